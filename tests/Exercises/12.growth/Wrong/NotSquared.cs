// exercise 12.growth (2)
// wrong: the scale multiplies values, so variances are multiplied by its square
static double LargestScale(int modules, double r, double limit) =>
    (Math.Pow(limit, 1.0 / modules) - 1) / r;
