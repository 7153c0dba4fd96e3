// exercise 16.front (3)
// wrong: of two candidates that cost the same the worse one stays when it comes first
static long[] Front(double[] costs, double[] qualities)
{
    var front = new List<long>();
    var best = double.NegativeInfinity;
    foreach (var i in Enumerable.Range(0, costs.Length).OrderBy(i => costs[i]))
    {
        if (qualities[i] > best)
        {
            best = qualities[i];
            front.Add(i);
        }
    }

    return [.. front];
}
