// exercise 10.noise (2)
static double[] Verdict(double[] plain, double[] residual) =>
    throw new NotImplementedException(
        "Return the mean difference, its standard error, and 1 or 0.");
