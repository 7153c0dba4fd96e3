// exercise 03.output-padding (2)
// wrong: forgets that padding crops the result
static long OutputPadding(long n, long kernel, long stride, long padding) => (n - kernel) % stride;
