// exercise 16.rank (3)
// wrong: the correlation of the values themselves is moved by a single large one
static double RankCorrelation(double[] x, double[] y)
{
    var (mx, my) = (x.Average(), y.Average());
    var covariance = x.Zip(y, (a, b) => (a - mx) * (b - my)).Sum();
    return covariance / Math.Sqrt(x.Sum(a => (a - mx) * (a - mx)) * y.Sum(b => (b - my) * (b - my)));
}
