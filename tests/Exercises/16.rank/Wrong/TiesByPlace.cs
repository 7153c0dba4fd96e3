// exercise 16.rank (3)
// wrong: equal values must share a rank, whatever their place in the list
static double RankCorrelation(double[] x, double[] y)
{
    static double[] Ranks(double[] values) =>
        [.. values.Select((v, i) => 1.0 + values.Where((other, j) => other < v || (other == v && j < i)).Count())];
    var (r, s) = (Ranks(x), Ranks(y));
    var (mr, ms) = (r.Average(), s.Average());
    var covariance = r.Zip(s, (a, b) => (a - mr) * (b - ms)).Sum();
    return covariance / Math.Sqrt(r.Sum(a => (a - mr) * (a - mr)) * s.Sum(b => (b - ms) * (b - ms)));
}
