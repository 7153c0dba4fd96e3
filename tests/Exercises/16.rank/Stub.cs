// exercise 16.rank (3)
static double RankCorrelation(double[] x, double[] y) =>
    throw new NotImplementedException(
        "Return Spearman's rank correlation of the two columns.");
