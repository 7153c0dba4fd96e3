// exercise 05.crowd (3)
static Tensor Crowd(Tensor logits) =>
    throw new NotImplementedException("Return the normalised geometric mean of the predictions.");

static string Exact() =>
    throw new NotImplementedException("Return \"a\", \"b\" or \"c\".");
