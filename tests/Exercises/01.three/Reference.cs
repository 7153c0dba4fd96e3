// exercise 01.three (2)
static double[] ThreeByThree(long k)
{
    var layers = (k - 1) / 2;
    return [layers, 9.0 * layers / (k * k)];
}
