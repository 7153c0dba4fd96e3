// exercise 03.leash (3)
// wrong: takes the RMS of the whole layer
static Tensor Leash(Tensor weight, double limit)
{
    var filters = weight.reshape(weight.shape[0], -1);
    var rms = filters.square().mean().sqrt();
    return (filters * (limit / rms).clamp_max(1)).reshape(weight.shape);
}

static double Kept(double rms, double limit) => Math.Min(1, limit / rms);
