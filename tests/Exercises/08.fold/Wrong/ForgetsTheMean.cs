// exercise 08.fold (3)
// wrong: the mean does not reach the bias
static Tensor[] Fold(Tensor weight, Tensor gamma, Tensor beta, Tensor mean, Tensor variance, double eps) =>
    [weight * (gamma / (variance + eps).sqrt()).reshape(-1, 1, 1, 1), beta];
