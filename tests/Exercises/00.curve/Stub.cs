// exercise 00.curve (2)
static string Diagnose(double[] train, double[] test) =>
    throw new NotImplementedException(
        "Return \"learning\", \"overfitting\" or \"weak\" for the accuracies of the epochs.");
