// exercise 16.doublings (2)
static double[] Step(double errorBefore, double errorAfter, double macsBefore, double macsAfter) =>
    [Math.Log2(errorBefore / errorAfter), Math.Log2(macsAfter / macsBefore)];
