// exercise 00.softmax (2)
static double[] Softmax(double[] scores) =>
    throw new NotImplementedException(
        "Return the probabilities of the scores: positive, summing to 1, also for scores of 1000.");
