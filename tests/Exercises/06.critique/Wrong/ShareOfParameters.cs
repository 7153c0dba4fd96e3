// exercise 06.critique (2)
// wrong: this is the share of the parameters, and it leads to the wrong verdict
static double FullyConnectedMacs() => 100.0 * 123_642_856 / 138_357_544;

static string Verdict() => "c";
