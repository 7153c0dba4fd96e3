// exercise 02.colour-units (3)
static double Shift(double lambda, double alpha, double range) =>
    throw new NotImplementedException("Return the shift as a fraction of the pixel range.");

static string UnitFree() =>
    throw new NotImplementedException(
        "Return \"a\" for the eigenvalue or \"b\" for its square root.");
