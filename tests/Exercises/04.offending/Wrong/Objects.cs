// exercise 04.offending (3)
// wrong: chooses among all windows, objects too
static int[] MostOffending(double[] scores, bool[] background, int count) =>
    [.. Enumerable.Range(0, scores.Length).OrderByDescending(i => scores[i]).Take(count)];

static string Effect() => "b";
