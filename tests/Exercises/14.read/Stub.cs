// exercise 14.read (3)
static double[] TakeApart(double baseline, double[] bnb, double[] anb) =>
    throw new NotImplementedException(
        "Return the co-adaptations, the specificities and the n from which specificity stays larger.");
