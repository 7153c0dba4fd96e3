// exercise 12.verdict (2)
static double TimesTheSteps(double[] slow, double[] fast, double error, int window)
{
    int Steps(double[] log)
    {
        for (var t = window; t <= log.Length; t++)
        {
            if (log[(t - window)..t].Average() <= error)
            {
                return t;
            }
        }

        return log.Length;
    }

    return (double)Steps(slow) / Steps(fast);
}
