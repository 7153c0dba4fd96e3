// exercise 00.softmax (2)
// wrong: dividing by the sum of the scores is not softmax
static double[] Softmax(double[] scores)
{
    var shifted = scores.Select(score => score - scores.Min() + 1e-9).ToArray();
    return [.. shifted.Select(score => score / shifted.Sum())];
}
