// exercise 04.as-convolution (2)
// wrong: reads the weights as if the channels came last
static Tensor Scores(Tensor map, Tensor weight, Tensor bias, long side) =>
    F.conv2d(map, weight.reshape(weight.shape[0], side, side, -1).permute(0, 3, 1, 2), bias);
