// exercise 15.effect (2)
// wrong: a difference of sums is right only by accident, and grows with the number of runs
static double MainEffect(long[] levels, double[] responses) =>
    responses.Select((y, i) => levels[i] * y).Sum();
