// exercise 00.curve (2)
// wrong: the training curve rises long after the test curve has stopped
static string Diagnose(double[] train, double[] test) =>
    train[^3..].Average() - train[^6..^3].Average() > 0.01 ? "learning"
    : train[^1] - test[^1] > 0.15 ? "overfitting"
    : "weak";
