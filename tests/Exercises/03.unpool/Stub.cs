// exercise 03.unpool (2)
static Tensor Unpool(Tensor pooled, Tensor switches, long height, long width) =>
    throw new NotImplementedException(
        "Return the maps with every value at its switch and zeros elsewhere.");
