// exercise 12.verdict (2)
static double TimesTheSteps(double[] slow, double[] fast, double error, int window) =>
    throw new NotImplementedException(
        "Return the steps that slow needs to the error, divided by those of fast.");
