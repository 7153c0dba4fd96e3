// exercise 16.doublings (2)
// wrong: the natural logarithm counts in factors of e, not in doublings
static double[] Step(double errorBefore, double errorAfter, double macsBefore, double macsAfter) =>
    [Math.Log(errorBefore / errorAfter), Math.Log(macsAfter / macsBefore)];
