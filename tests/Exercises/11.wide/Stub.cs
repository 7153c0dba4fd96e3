// exercise 11.wide (3)
static long ConvolutionWeights(int depth, int k) =>
    throw new NotImplementedException(
        "Return the number of weights of all convolutions of WRN-depth-k, projections included.");
