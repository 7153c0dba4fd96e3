// exercise 02.ten-crop (3)
// wrong: mirrors top and bottom
static Tensor TenCrops(Tensor picture, long size)
{
    var (bottom, right) = (picture.shape[1] - size, picture.shape[2] - size);
    var both = new List<Tensor>();
    foreach (var (top, left) in new[] { (0, 0), (0, right), (bottom, 0), (bottom, right), (bottom / 2, right / 2) })
    {
        both.Add(picture.narrow(1, top, size).narrow(2, left, size));
    }

    foreach (var crop in both.ToArray())
    {
        both.Add(crop.flip(1));
    }

    return stack(both, 0);
}

static Tensor Decide(Tensor logits) => F.softmax(logits, 1).mean([0L]);
