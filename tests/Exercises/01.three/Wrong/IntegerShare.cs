// exercise 01.three (2)
// wrong: dividing whole numbers rounds the share down to 0
static double[] ThreeByThree(long k)
{
    var layers = (k - 1) / 2;
    return [layers, 9 * layers / (k * k)];
}
