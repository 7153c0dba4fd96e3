// exercise 08.fold (3)
// wrong: divides by the variance instead of its root
static Tensor[] Fold(Tensor weight, Tensor gamma, Tensor beta, Tensor mean, Tensor variance, double eps)
{
    var scale = gamma / (variance + eps);
    return [weight * scale.reshape(-1, 1, 1, 1), beta - mean * scale];
}
