// exercise 00.accuracy (2)
static double Accuracy(Tensor scores, Tensor labels) =>
    scores.argmax(1).eq(labels).to(ScalarType.Float64).mean().ToDouble();
