// exercise 08.backward (4)
// wrong: treats mean and variance as constants, which is the gradient in evaluation mode
static Tensor[] Backward(Tensor x, Tensor gradient, Tensor weight, double eps)
{
    long[] dims = [0, 2, 3];
    var centred = x - x.mean(dims, keepdim: true);
    var inverse = (centred.square().mean(dims, keepdim: true) + eps).rsqrt();
    return [gradient * weight.reshape(1, -1, 1, 1) * inverse, (gradient * centred * inverse).sum(dims), gradient.sum(dims)];
}
