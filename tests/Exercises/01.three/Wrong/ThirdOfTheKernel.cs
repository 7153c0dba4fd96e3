// exercise 01.three (2)
// wrong: k/3 layers see too few pixels
static double[] ThreeByThree(long k)
{
    var layers = k / 3;
    return [layers, 9.0 * layers / (k * k)];
}
