// exercise 11.expected (2)
static double ExpectedBlocks(int blocks, double lastSurvival) =>
    throw new NotImplementedException(
        "Return the sum of the survival probabilities of all blocks under linear decay.");
