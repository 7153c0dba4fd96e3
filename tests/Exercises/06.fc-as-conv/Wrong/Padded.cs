// exercise 06.fc-as-conv (2)
// wrong: padding lets the layer answer where there is no map
static Tensor Dense(Tensor weight, Tensor bias, Tensor map, long side) =>
    F.conv2d(map, weight.reshape(weight.shape[0], -1, side, side), bias, padding: [side / 2, side / 2]);
