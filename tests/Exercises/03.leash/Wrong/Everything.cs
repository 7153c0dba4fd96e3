// exercise 03.leash (3)
// wrong: scales small filters up to the limit as well
static Tensor Leash(Tensor weight, double limit)
{
    var filters = weight.reshape(weight.shape[0], -1);
    var rms = filters.square().mean([1L], keepdim: true).sqrt();
    return (filters * (limit / rms)).reshape(weight.shape);
}

static double Kept(double rms, double limit) => Math.Min(1, limit / rms);
