// exercise 01.subsample (3)
// wrong: without groups every output channel needs weights for all input channels
static Module<Tensor, Tensor> Subsample(long channels, long stride)
{
    var conv = Conv2d(channels, channels, 3, stride, padding: 1, bias: false);
    using (no_grad())
    {
        conv.weight!.fill_(0);
        for (var c = 0; c < channels; c++)
        {
            conv.weight[c, c, 1, 1] = 1f;
        }
    }

    return conv;
}
