// exercise 09.grid (2)
static long[] Halve(long d, long k) =>
    throw new NotImplementedException(
        "Return the multiply-adds of widening first, pooling first, and side by side.");
