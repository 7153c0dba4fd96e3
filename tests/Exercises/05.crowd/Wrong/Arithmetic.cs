// exercise 05.crowd (3)
// wrong: takes the arithmetic mean of the probabilities
static Tensor Crowd(Tensor logits) =>
    F.softmax(logits, 1).mean([0L]);

static string Exact() => "a";
