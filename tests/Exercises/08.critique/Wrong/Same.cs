// exercise 08.critique (2)
// wrong: takes the two for the same number
static double PyTorchMomentum(double keras) => keras;

static string Slide() => "b";
