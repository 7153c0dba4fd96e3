// exercise 09.critique (2)
static double Epsilon(int classes, double label) =>
    throw new NotImplementedException("Return the epsilon that gives the right class this target.");

static string Pair() => throw new NotImplementedException("Return \"a\", \"b\" or \"c\".");
