// exercise 07.break-even (1)
static double BreakEven(long k, long from, long to) =>
    throw new NotImplementedException(
        "Return the width of the reduction at which it saves nothing.");
