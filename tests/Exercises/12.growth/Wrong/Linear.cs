// exercise 12.growth (2)
// wrong: treats the growth as a sum over the modules, not as a product
static double LargestScale(int modules, double r, double limit) =>
    Math.Sqrt((limit - 1) / (modules * r));
