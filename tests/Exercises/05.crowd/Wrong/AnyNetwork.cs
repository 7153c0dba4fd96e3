// exercise 05.crowd (3)
// wrong: takes the stand-in for exact in any network
static Tensor Crowd(Tensor logits) =>
    F.softmax(F.log_softmax(logits, 1).mean([0L]), 0);

static string Exact() => "c";
