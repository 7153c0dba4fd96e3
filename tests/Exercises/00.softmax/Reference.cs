// exercise 00.softmax (2)
static double[] Softmax(double[] scores)
{
    var largest = scores.Max();
    var powers = scores.Select(score => Math.Exp(score - largest)).ToArray();
    var sum = powers.Sum();
    return [.. powers.Select(power => power / sum)];
}
