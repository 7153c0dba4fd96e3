// exercise 10.block (4)
static Module<Tensor, Tensor> MyBottleneck(long inChannels, long width, long stride) =>
    throw new NotImplementedException(
        "Return a module [N, inChannels, H, W] -> [N, 4 * width, H / stride, W / stride].");
