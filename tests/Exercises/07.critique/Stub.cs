// exercise 07.critique (2)
static double Ratio() =>
    throw new NotImplementedException("Return AlexNet's parameters over GoogLeNet's.");

static string Source() => throw new NotImplementedException("Return \"a\", \"b\" or \"c\".");
