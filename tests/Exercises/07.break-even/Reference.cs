// exercise 07.break-even (1)
static double BreakEven(long k, long from, long to) => (double)(k * k * from * to) / (from + k * k * to);
