// exercise 16.front (3)
// wrong: sorting by cost does not leave out the dominated ones
static long[] Front(double[] costs, double[] qualities) =>
    [.. Enumerable.Range(0, costs.Length).OrderBy(i => costs[i]).Select(i => (long)i)];
