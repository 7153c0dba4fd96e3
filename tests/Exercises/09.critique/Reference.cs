// exercise 09.critique (2)
static double Epsilon(int classes, double label) => (1 - label) * classes / (classes - 1);

static string Pair() => "b";
