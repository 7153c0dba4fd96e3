// exercise 04.offending (3)
// wrong: takes the negatives of lowest score
static int[] MostOffending(double[] scores, bool[] background, int count) =>
    [.. Enumerable.Range(0, scores.Length).Where(i => background[i]).OrderBy(i => scores[i]).Take(count)];

static string Effect() => "a";
