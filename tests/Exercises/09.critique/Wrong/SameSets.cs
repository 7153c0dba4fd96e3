// exercise 09.critique (2)
// wrong: 18 numbers are taken for as many as 25
static double Epsilon(int classes, double label) => (1 - label) * classes / (classes - 1);

static string Pair() => "a";
