// exercise 07.critique (2)
static double Ratio() => 60_965_224.0 / 6_998_552;

static string Source() => "b";
