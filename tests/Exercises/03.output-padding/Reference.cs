// exercise 03.output-padding (2)
static long OutputPadding(long n, long kernel, long stride, long padding)
{
    var outputs = (n + 2 * padding - kernel) / stride + 1;
    return n - ((outputs - 1) * stride - 2 * padding + kernel);
}
