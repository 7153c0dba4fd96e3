// exercise 02.colour-units (3)
// wrong: takes the literal formula to be free of units
static double Shift(double lambda, double alpha, double range) => alpha * lambda;

static string UnitFree() => "a";
