// exercise 08.critique (2)
static double PyTorchMomentum(double keras) => 1 - keras;

static string Slide() => "b";
