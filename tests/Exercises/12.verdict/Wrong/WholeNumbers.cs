// exercise 12.verdict (2)
// wrong: divides whole numbers, so every ratio below 2 becomes 1
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

    return Steps(slow) / Steps(fast);
}
