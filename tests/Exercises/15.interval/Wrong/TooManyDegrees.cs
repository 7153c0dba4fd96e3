// exercise 15.interval (3)
// wrong: each run mean that was fitted costs a degree of freedom
static double[] Interval(long[] levels, long[] cells, double[] responses, double t)
{
    var runs = responses.Select((y, i) => (Y: y, Cell: cells[i])).GroupBy(m => m.Cell).Select(g => g.Select(m => m.Y).ToArray()).ToArray();
    var squares = runs.Sum(run => run.Sum(y => (y - run.Average()) * (y - run.Average())));
    var noise = squares / responses.Length;
    var high = responses.Where((_, i) => levels[i] > 0).ToArray();
    var low = responses.Where((_, i) => levels[i] < 0).ToArray();
    var effect = high.Average() - low.Average();
    var half = t * Math.Sqrt(noise * (1.0 / high.Length + 1.0 / low.Length));
    return [effect - half, effect + half];
}
