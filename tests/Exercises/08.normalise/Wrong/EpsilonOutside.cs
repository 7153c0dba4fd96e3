// exercise 08.normalise (1)
// wrong: epsilon stands outside the root
static double[] Normalise(double[] x, double gamma, double beta, double eps)
{
    var mean = x.Average();
    var variance = x.Average(value => (value - mean) * (value - mean));
    return [.. x.Select(value => gamma * (value - mean) / (Math.Sqrt(variance) + eps) + beta)];
}
