// exercise 03.three-rules (2)
static Tensor Gradient(Tensor f, Tensor signal) =>
    throw new NotImplementedException("Pass the signal where f was positive.");

static Tensor Deconvnet(Tensor f, Tensor signal) =>
    throw new NotImplementedException("Pass what is positive in the signal.");

static Tensor Guided(Tensor f, Tensor signal) =>
    throw new NotImplementedException("Pass what meets both conditions.");
