// exercise 00.softmax (2)
// wrong: without the shift, scores of 1000 give infinity divided by infinity
static double[] Softmax(double[] scores)
{
    var sum = scores.Sum(Math.Exp);
    return [.. scores.Select(score => Math.Exp(score) / sum)];
}
