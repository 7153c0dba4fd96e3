// exercise 06.critique (2)
static double FullyConnectedMacs() => 100.0 * (25088L * 4096 + 4096 * 4096 + 4096 * 1000) / 15_470_264_320;

static string Verdict() => "b";
