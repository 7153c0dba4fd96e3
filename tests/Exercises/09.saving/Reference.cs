// exercise 09.saving (1)
static double Saving(long n, long channels, long middle) => 1 - 2.0 * middle / (n * channels);
