// exercise 06.stack (1)
// wrong: the fields of the layers are added up, as if each layer saw other pixels
static long[] Stack(int layers, long channels)
{
    var field = 3L * layers;
    return [field, 9 * layers * channels * channels, field * field * channels * channels];
}
