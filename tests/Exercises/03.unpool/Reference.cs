// exercise 03.unpool (2)
static Tensor Unpool(Tensor pooled, Tensor switches, long height, long width)
{
    var flat = zeros(pooled.shape[0], pooled.shape[1], height * width);
    flat.scatter_(2, switches.flatten(2), pooled.flatten(2));
    return flat.reshape(pooled.shape[0], pooled.shape[1], height, width);
}
