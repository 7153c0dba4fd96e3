// exercise 06.features (4)
// wrong: without the ReLUs the stack is one linear map
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
        var kernel = parts.Length == 2 ? long.Parse(parts[0]) : 3;
        var width = long.Parse(parts[^1]);
        layers.append(Conv2d(channels, width, kernel, padding: kernel / 2));
        channels = width;
    }

    return layers;
}
