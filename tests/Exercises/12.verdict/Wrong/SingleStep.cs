// exercise 12.verdict (2)
// wrong: one lucky step decides; there is no mean
static double TimesTheSteps(double[] slow, double[] fast, double error, int window)
{
    int Steps(double[] log)
    {
        var first = Array.FindIndex(log, value => value <= error);
        return first < 0 ? log.Length : first + 1;
    }

    return (double)Steps(slow) / Steps(fast);
}
