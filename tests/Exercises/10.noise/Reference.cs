// exercise 10.noise (2)
static double[] Verdict(double[] plain, double[] residual)
{
    var differences = residual.Zip(plain, (r, p) => r - p).ToArray();
    var mean = differences.Average();
    var n = differences.Length;
    var error = Math.Sqrt(differences.Sum(d => (d - mean) * (d - mean)) / (n - 1) / n);
    return [mean, error, mean > 2 * error ? 1 : 0];
}
