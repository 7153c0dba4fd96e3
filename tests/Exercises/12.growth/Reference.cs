// exercise 12.growth (2)
static double LargestScale(int modules, double r, double limit) =>
    Math.Sqrt((Math.Pow(limit, 1.0 / modules) - 1) / r);
