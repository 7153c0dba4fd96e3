// exercise 04.as-convolution (2)
static Tensor Scores(Tensor map, Tensor weight, Tensor bias, long side) =>
    throw new NotImplementedException("Return the layer's answers at every place of the map.");
