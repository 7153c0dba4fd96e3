// exercise 16.doublings (2)
// wrong: a falling error is a gain, not a loss
static double[] Step(double errorBefore, double errorAfter, double macsBefore, double macsAfter) =>
    [Math.Log2(errorAfter / errorBefore), Math.Log2(macsAfter / macsBefore)];
