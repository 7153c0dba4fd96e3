// exercise 01.same (2)
// wrong: half a kernel on each side is PyTorch's habit, not SAME
static long[] SamePadding(long n, long k, long s) => [(n + s - 1) / s, (k - 1) / 2, (k - 1) / 2];
