// exercise 10.noise (2)
// wrong: the luck of a seed that both nets share blurs a comparison of the two means
static double[] Verdict(double[] plain, double[] residual)
{
    static double Variance(double[] values) => values.Sum(v => (v - values.Average()) * (v - values.Average())) / (values.Length - 1);
    var mean = residual.Average() - plain.Average();
    var error = Math.Sqrt((Variance(plain) + Variance(residual)) / plain.Length);
    return [mean, error, mean > 2 * error ? 1 : 0];
}
