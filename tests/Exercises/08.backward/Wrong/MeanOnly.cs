// exercise 08.backward (4)
// wrong: forgets that the variance depends on x too
static Tensor[] Backward(Tensor x, Tensor gradient, Tensor weight, double eps)
{
    long[] dims = [0, 2, 3];
    var centred = x - x.mean(dims, keepdim: true);
    var inverse = (centred.square().mean(dims, keepdim: true) + eps).rsqrt();
    var g = gradient * weight.reshape(1, -1, 1, 1);
    return [inverse * (g - g.mean(dims, keepdim: true)), (gradient * centred * inverse).sum(dims), gradient.sum(dims)];
}
