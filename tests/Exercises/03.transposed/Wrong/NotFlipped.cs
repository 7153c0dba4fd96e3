// exercise 03.transposed (4)
// wrong: slides the filters as they are
static Tensor Transposed(Tensor activations, Tensor weight)
{
    var border = weight.shape[2] - 1;
    return F.conv2d(F.pad(activations, [border, border, border, border]), weight.transpose(0, 1));
}
