// exercise 12.growth (2)
static double LargestScale(int modules, double r, double limit) =>
    throw new NotImplementedException(
        "Return the largest s for which (1 + s^2 r)^modules is at most limit.");
