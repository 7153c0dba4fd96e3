// exercise 16.rank (3)
static double RankCorrelation(double[] x, double[] y)
{
    static double[] Ranks(double[] values) =>
        [.. values.Select(v => 1 + values.Count(other => other < v) + (values.Count(other => other == v) - 1) / 2.0)];
    var (r, s) = (Ranks(x), Ranks(y));
    var (mr, ms) = (r.Average(), s.Average());
    var covariance = r.Zip(s, (a, b) => (a - mr) * (b - ms)).Sum();
    return covariance / Math.Sqrt(r.Sum(a => (a - mr) * (a - mr)) * s.Sum(b => (b - ms) * (b - ms)));
}
