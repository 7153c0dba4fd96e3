// exercise 06.stack (1)
static long[] Stack(int layers, long channels)
{
    var field = 2L * layers + 1;
    return [field, 9 * layers * channels * channels, field * field * channels * channels];
}
