// exercise 08.fold (3)
// wrong: scales the input channels instead of the output channels
static Tensor[] Fold(Tensor weight, Tensor gamma, Tensor beta, Tensor mean, Tensor variance, double eps)
{
    var scale = gamma / (variance + eps).sqrt();
    return [weight * scale.reshape(1, -1, 1, 1), beta - mean * scale];
}
