// exercise 04.offending (3)
static int[] MostOffending(double[] scores, bool[] background, int count) =>
    [.. Enumerable.Range(0, scores.Length).Where(i => background[i]).OrderByDescending(i => scores[i]).Take(count)];

static string Effect() => "b";
