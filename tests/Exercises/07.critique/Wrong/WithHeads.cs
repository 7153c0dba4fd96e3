// exercise 07.critique (2)
// wrong: counts the auxiliary heads, and takes depth for size
static double Ratio() => 60_965_224.0 / 13_378_280;

static string Source() => "a";
