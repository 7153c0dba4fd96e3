// exercise 15.effect (2)
// wrong: the slope per unit is half of the way from -1 to +1
static double MainEffect(long[] levels, double[] responses) =>
    responses.Select((y, i) => levels[i] * y).Average();
