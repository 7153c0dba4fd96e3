// exercise 06.features (4)
// wrong: builds column D where C is asked for, every kernel is 3x3
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

        var width = long.Parse(word.Split(':')[^1]);
        layers.append(Conv2d(channels, width, 3, padding: 1));
        layers.append(ReLU());
        channels = width;
    }

    return layers;
}
