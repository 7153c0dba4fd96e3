// exercise 07.break-even (1)
// wrong: the reduction itself is taken for free, so that r = C comes out
static double BreakEven(long k, long from, long to) => (double)(k * k * from * to) / (k * k * to);
