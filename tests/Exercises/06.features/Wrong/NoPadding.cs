// exercise 06.features (4)
// wrong: without padding every convolution eats the border
static Module<Tensor, Tensor> Features(string table, long inChannels)
{
    var layers = Sequential();
    var channels = inChannels;
    foreach (var word in table.Split(' '))
    {
        if (word == "M")
        {
            layers.append(MaxPool2d(2, 2));
            continue;
        }

        var parts = word.Split(':');
        var width = long.Parse(parts[^1]);
        layers.append(Conv2d(channels, width, parts.Length == 2 ? 1 : 3));
        layers.append(ReLU());
        channels = width;
    }

    return layers;
}
