// exercise 16.doublings (2)
static double[] Step(double errorBefore, double errorAfter, double macsBefore, double macsAfter) =>
    throw new NotImplementedException(
        "Return the halvings of the error and the doublings of the MACs.");
