// exercise 16.front (3)
// wrong: the front is asked for from cheap to dear
static long[] Front(double[] costs, double[] qualities) =>
[
    .. Enumerable.Range(0, costs.Length)
        .Where(i => !Enumerable.Range(0, costs.Length).Any(j => costs[j] <= costs[i] && qualities[j] >= qualities[i] && (costs[j] < costs[i] || qualities[j] > qualities[i])))
        .Select(i => (long)i),
];
