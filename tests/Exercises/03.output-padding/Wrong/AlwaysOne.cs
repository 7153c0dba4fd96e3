// exercise 03.output-padding (2)
// wrong: adds one pixel whenever there is a stride
static long OutputPadding(long n, long kernel, long stride, long padding) => stride > 1 ? 1 : 0;
