// exercise 06.features (4)
static Module<Tensor, Tensor> Features(string table, long inChannels) =>
    throw new NotImplementedException(
        "Return a Sequential of convolutions, ReLUs and poolings, word by word.");
