// exercise 03.three-rules (2)
static Tensor Gradient(Tensor f, Tensor signal) => signal * f.gt(0);

static Tensor Deconvnet(Tensor f, Tensor signal) => F.relu(signal);

static Tensor Guided(Tensor f, Tensor signal) => F.relu(signal) * f.gt(0);
