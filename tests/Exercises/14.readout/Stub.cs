// exercise 14.readout (4)
static Module<Tensor, Tensor> Readout(Tensor features, Tensor labels, int classes, int steps) =>
    throw new NotImplementedException(
        "Return a linear layer, trained for so many steps on the features and labels.");
