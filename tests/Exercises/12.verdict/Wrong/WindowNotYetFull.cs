// exercise 12.verdict (2)
// wrong: the mean of the first steps counts although fewer than a window have been taken
static double TimesTheSteps(double[] slow, double[] fast, double error, int window)
{
    int Steps(double[] log)
    {
        for (var t = 1; t <= log.Length; t++)
        {
            if (log[Math.Max(0, t - window)..t].Average() <= error)
            {
                return t;
            }
        }

        return log.Length;
    }

    return (double)Steps(slow) / Steps(fast);
}
