// exercise 09.critique (2)
// wrong: solves the other formula, where the right class gets 1 - epsilon
static double Epsilon(int classes, double label) => 1 - label;

static string Pair() => "b";
