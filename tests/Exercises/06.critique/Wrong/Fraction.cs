// exercise 06.critique (2)
// wrong: a fraction where per cent are asked for
static double FullyConnectedMacs() => (25088.0 * 4096 + 4096 * 4096 + 4096 * 1000) / 15_470_264_320;

static string Verdict() => "b";
