// exercise 07.break-even (1)
// wrong: integer division rounds the result down
static double BreakEven(long k, long from, long to) => k * k * from * to / (from + k * k * to);
