// exercise 15.interval (3)
// wrong: the spread between runs holds the effects of the other components, it is no noise
static double[] Interval(long[] levels, long[] cells, double[] responses, double t)
{
    var high = responses.Where((_, i) => levels[i] > 0).ToArray();
    var low = responses.Where((_, i) => levels[i] < 0).ToArray();
    static double Squares(double[] side) => side.Sum(y => (y - side.Average()) * (y - side.Average()));
    var noise = (Squares(high) + Squares(low)) / (responses.Length - 2);
    var effect = high.Average() - low.Average();
    var half = t * Math.Sqrt(noise * (1.0 / high.Length + 1.0 / low.Length));
    return [effect - half, effect + half];
}
