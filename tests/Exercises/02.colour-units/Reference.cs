// exercise 02.colour-units (3)
static double Shift(double lambda, double alpha, double range) => alpha * lambda * range;

static string UnitFree() => "b";
