// exercise 09.saving (1)
// wrong: ignores the channels between the factors
static double Saving(long n, long channels, long middle) => 1 - 2.0 / n;
