// exercise 01.three (2)
static double[] ThreeByThree(long k) =>
    throw new NotImplementedException(
        "Return the number of 3x3 layers and their share of the weights of one k x k layer.");
