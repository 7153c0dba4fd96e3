// exercise 03.unpool (2)
// wrong: fills the whole window and ignores the switches
static Tensor Unpool(Tensor pooled, Tensor switches, long height, long width)
{
    return F.interpolate(pooled, [height, width]);
}
