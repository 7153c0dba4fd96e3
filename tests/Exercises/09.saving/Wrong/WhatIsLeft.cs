// exercise 09.saving (1)
// wrong: returns what is left, not what is saved
static double Saving(long n, long channels, long middle) => 2.0 * middle / (n * channels);
