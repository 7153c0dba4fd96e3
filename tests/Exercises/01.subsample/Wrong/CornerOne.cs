// exercise 01.subsample (3)
// wrong: a one in the corner of the kernel shifts the picture by a pixel
static Module<Tensor, Tensor> Subsample(long channels, long stride)
{
    var conv = Conv2d(channels, channels, 3, stride, padding: 1, groups: channels, bias: false);
    using (no_grad())
    {
        conv.weight!.fill_(0);
        conv.weight[.., .., 0, 0] = 1f;
    }

    return conv;
}
