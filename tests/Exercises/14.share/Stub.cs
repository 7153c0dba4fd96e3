// exercise 14.share (2)
static int LayersFor(long[] parameters, double share) =>
    throw new NotImplementedException(
        "Return the smallest n whose first n layers hold at least the share of all parameters.");
