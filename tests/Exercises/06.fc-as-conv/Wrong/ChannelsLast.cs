// exercise 06.fc-as-conv (2)
// wrong: reads the weight as if the channels stood innermost
static Tensor Dense(Tensor weight, Tensor bias, Tensor map, long side) =>
    F.conv2d(map, weight.reshape(weight.shape[0], side, side, -1).permute(0, 3, 1, 2), bias);
