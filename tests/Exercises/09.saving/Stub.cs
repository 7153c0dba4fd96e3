// exercise 09.saving (1)
static double Saving(long n, long channels, long middle) =>
    throw new NotImplementedException("Return the share of multiply-adds that the pair saves.");
