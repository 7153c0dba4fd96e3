// exercise 02.ten-crop (3)
static Tensor TenCrops(Tensor picture, long size) =>
    throw new NotImplementedException(
        "Return the five crops and their five mirror images, [10, C, size, size].");

static Tensor Decide(Tensor logits) =>
    throw new NotImplementedException(
        "Return the mean of the softmaxes of the ten crops, [classes].");
