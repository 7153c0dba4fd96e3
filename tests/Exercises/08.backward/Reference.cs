// exercise 08.backward (4)
static Tensor[] Backward(Tensor x, Tensor gradient, Tensor weight, double eps)
{
    long[] dims = [0, 2, 3];
    var centred = x - x.mean(dims, keepdim: true);
    var inverse = (centred.square().mean(dims, keepdim: true) + eps).rsqrt();
    var normal = centred * inverse;
    var g = gradient * weight.reshape(1, -1, 1, 1);
    var dx = inverse * (g - g.mean(dims, keepdim: true) - normal * (g * normal).mean(dims, keepdim: true));
    return [dx, (gradient * normal).sum(dims), gradient.sum(dims)];
}
