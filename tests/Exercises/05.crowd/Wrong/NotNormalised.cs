// exercise 05.crowd (3)
// wrong: forgets to normalise, so that the result does not sum to one
static Tensor Crowd(Tensor logits) =>
    F.log_softmax(logits, 1).mean([0L]).exp();

static string Exact() => "a";
