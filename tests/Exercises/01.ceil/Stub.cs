// exercise 01.ceil (2)
static long CeilSize(long n, long k, long s, long p) =>
    throw new NotImplementedException(
        "Return the output size of a pooling layer with ceil_mode.");
