// exercise 00.curve (2)
// wrong: a gap between the curves is no overfitting while the test curve still rises
static string Diagnose(double[] train, double[] test) =>
    train[^1] - test[^1] > 0.15 ? "overfitting"
    : test[^3..].Average() - test[^6..^3].Average() > 0.01 ? "learning"
    : "weak";
