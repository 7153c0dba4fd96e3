// exercise 00.softmax (2)
// wrong: subtracts the mean, so that a score far above it still overflows
static double[] Softmax(double[] scores)
{
    var mean = scores.Average();
    var powers = scores.Select(score => Math.Exp(score - mean)).ToArray();
    return [.. powers.Select(power => power / powers.Sum())];
}
