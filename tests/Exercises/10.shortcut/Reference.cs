// exercise 10.shortcut (2)
static Tensor OptionA(Tensor x, long outChannels, long stride)
{
    var every = TensorIndex.Slice(step: stride);
    return F.pad(x[.., .., every, every], [0, 0, 0, 0, 0, outChannels - x.shape[1]]);
}
