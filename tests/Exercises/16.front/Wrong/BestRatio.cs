// exercise 16.front (3)
// wrong: the ratio of quality and cost picks one point of view, not the front
static long[] Front(double[] costs, double[] qualities)
{
    var ratio = Enumerable.Range(0, costs.Length).Average(i => qualities[i] / costs[i]);
    return [.. Enumerable.Range(0, costs.Length).Where(i => qualities[i] / costs[i] >= ratio).OrderBy(i => costs[i]).Select(i => (long)i)];
}
