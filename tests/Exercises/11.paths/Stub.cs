// exercise 11.paths (2)
static double ShareOfPaths(int blocks, int from, int to) =>
    throw new NotImplementedException(
        "Return the share of the 2^blocks paths with a length between from and to, both included.");
