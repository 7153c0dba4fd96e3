// exercise 09.saving (1)
// wrong: integer division cuts the fraction off
static double Saving(long n, long channels, long middle) => 1 - 2 * middle / (n * channels);
