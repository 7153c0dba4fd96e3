// exercise 07.module (4)
static Module<Tensor, Tensor> MyModule(long inChannels, long c1, long r3, long c3,
    long r5, long c5, long proj) =>
    throw new NotImplementedException(
        "Return a module [N, inChannels, H, W] -> [N, c1 + c3 + c5 + proj, H, W].");
