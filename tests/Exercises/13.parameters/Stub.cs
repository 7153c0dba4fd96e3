// exercise 13.parameters (3)
static long BlockParameters(long channels, long k, int layers, bool bottleneck) =>
    throw new NotImplementedException(
        "Return the parameters of all convolutions and batch norms of the block.");
