// exercise 04.offending (3)
static int[] MostOffending(double[] scores, bool[] background, int count) =>
    throw new NotImplementedException(
        "Return the positions of the background windows of highest score.");

static string Effect() =>
    throw new NotImplementedException("Return \"a\", \"b\" or \"c\".");
