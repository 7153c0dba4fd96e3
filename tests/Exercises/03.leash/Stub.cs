// exercise 03.leash (3)
static Tensor Leash(Tensor weight, double limit) =>
    throw new NotImplementedException("Scale every filter of larger RMS down to the limit.");

static double Kept(double rms, double limit) =>
    throw new NotImplementedException("Return the factor by which responses shrink.");
