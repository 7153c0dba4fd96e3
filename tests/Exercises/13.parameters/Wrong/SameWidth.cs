// exercise 13.parameters (3)
// wrong: every layer sees the same number of channels
static long BlockParameters(long channels, long k, int layers, bool bottleneck) =>
    layers * (bottleneck ? 2 * channels + 4 * channels * k + 8 * k + 36 * k * k : 2 * channels + 9 * channels * k);
