// exercise 02.colour-units (3)
// wrong: gives the shift in pixels instead of a fraction of the range
static double Shift(double lambda, double alpha, double range) => alpha * lambda * range * range;

static string UnitFree() => "b";
