// exercise 01.same (2)
static long[] SamePadding(long n, long k, long s) =>
    throw new NotImplementedException(
        "Return the output size of SAME, the left padding and the right padding.");
