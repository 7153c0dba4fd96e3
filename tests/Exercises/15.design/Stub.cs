// exercise 15.design (3)
static long[][] HalfFraction(int factors) =>
    throw new NotImplementedException(
        "Return the levels of all runs: bits of the run number, and their product last.");
