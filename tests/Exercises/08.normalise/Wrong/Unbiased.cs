// exercise 08.normalise (1)
// wrong: divides by n - 1, which the forward pass does not
static double[] Normalise(double[] x, double gamma, double beta, double eps)
{
    var mean = x.Average();
    var variance = x.Sum(value => (value - mean) * (value - mean)) / (x.Length - 1);
    return [.. x.Select(value => gamma * (value - mean) / Math.Sqrt(variance + eps) + beta)];
}
