// exercise 14.read (3)
static double[] TakeApart(double baseline, double[] bnb, double[] anb) =>
    throw new NotImplementedException(
        "Return co-adaptations, specificities and the n from which specificity stays larger.");
