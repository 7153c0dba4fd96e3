// exercise 03.transposed (4)
// wrong: flips the filters left to right only
static Tensor Transposed(Tensor activations, Tensor weight)
{
    var border = weight.shape[2] - 1;
    return F.conv2d(F.pad(activations, [border, border, border, border]), weight.flip(3).transpose(0, 1));
}
