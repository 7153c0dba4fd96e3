// exercise 01.subsample (3)
// wrong: the mean of nine pixels is a blur, not a choice of pixels
static Module<Tensor, Tensor> Subsample(long channels, long stride)
{
    var conv = Conv2d(channels, channels, 3, stride, padding: 1, groups: channels, bias: false);
    using (no_grad())
    {
        conv.weight!.fill_(1.0 / 9);
    }

    return conv;
}
