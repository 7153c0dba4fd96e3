// exercise 15.effect (2)
static double MainEffect(long[] levels, double[] responses) =>
    responses.Where((_, i) => levels[i] > 0).Average() - responses.Where((_, i) => levels[i] < 0).Average();
