// exercise 08.critique (2)
// wrong: translates the momentum, but believes the slide
static double PyTorchMomentum(double keras) => 1 - keras;

static string Slide() => "a";
