// exercise 08.critique (2)
static double PyTorchMomentum(double keras) =>
    throw new NotImplementedException("Return PyTorch's momentum for Keras's.");

static string Slide() => throw new NotImplementedException("Return \"a\", \"b\" or \"c\".");
