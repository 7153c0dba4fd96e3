// exercise 00.curve (2)
static string Diagnose(double[] train, double[] test) =>
    test[^3..].Average() - test[^6..^3].Average() > 0.01 ? "learning"
    : train[^1] - test[^1] > 0.15 ? "overfitting"
    : "weak";
