// exercise 03.three-rules (2)
// wrong: sends the forward values down instead of the signal
static Tensor Gradient(Tensor f, Tensor signal) => F.relu(f);

static Tensor Deconvnet(Tensor f, Tensor signal) => F.relu(signal);

static Tensor Guided(Tensor f, Tensor signal) => F.relu(f) * signal.gt(0);
