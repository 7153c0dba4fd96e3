// exercise 03.three-rules (2)
// wrong: takes the deconvnet for the gradient and the gradient for the deconvnet
static Tensor Gradient(Tensor f, Tensor signal) => F.relu(signal);

static Tensor Deconvnet(Tensor f, Tensor signal) => signal * f.gt(0);

static Tensor Guided(Tensor f, Tensor signal) => F.relu(signal) * f.gt(0);
