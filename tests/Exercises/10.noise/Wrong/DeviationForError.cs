// exercise 10.noise (2)
// wrong: the standard deviation of the differences is not the standard error of their mean
static double[] Verdict(double[] plain, double[] residual)
{
    var differences = residual.Zip(plain, (r, p) => r - p).ToArray();
    var mean = differences.Average();
    var deviation = Math.Sqrt(differences.Sum(d => (d - mean) * (d - mean)) / (differences.Length - 1));
    return [mean, deviation, mean > 2 * deviation ? 1 : 0];
}
