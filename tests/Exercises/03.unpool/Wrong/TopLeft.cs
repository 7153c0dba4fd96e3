// exercise 03.unpool (2)
// wrong: puts every value at the top left of its window
static Tensor Unpool(Tensor pooled, Tensor switches, long height, long width)
{
    var flat = zeros(pooled.shape[0], pooled.shape[1], height, width);
    var (down, across) = (height / pooled.shape[2], width / pooled.shape[3]);
    for (var y = 0L; y < pooled.shape[2]; y++)
    {
        for (var x = 0L; x < pooled.shape[3]; x++)
        {
            flat[.., .., y * down, x * across] = pooled[.., .., y, x];
        }
    }

    return flat;
}
