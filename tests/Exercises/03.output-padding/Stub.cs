// exercise 03.output-padding (2)
static long OutputPadding(long n, long kernel, long stride, long padding) =>
    throw new NotImplementedException("Return the output padding that restores n pixels.");
