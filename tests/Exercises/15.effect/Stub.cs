// exercise 15.effect (2)
static double MainEffect(long[] levels, double[] responses) =>
    throw new NotImplementedException(
        "Return the mean response at +1 less the mean response at -1.");
