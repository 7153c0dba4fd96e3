// exercise 06.stack (1)
// wrong: weights are counted for one input channel only
static long[] Stack(int layers, long channels)
{
    var field = 2L * layers + 1;
    return [field, 9 * layers * channels, field * field * channels];
}
