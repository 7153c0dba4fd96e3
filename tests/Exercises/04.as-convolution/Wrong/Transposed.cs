// exercise 04.as-convolution (2)
// wrong: exchanges rows and columns
static Tensor Scores(Tensor map, Tensor weight, Tensor bias, long side) =>
    F.conv2d(map, weight.reshape(weight.shape[0], -1, side, side).transpose(2, 3), bias);
