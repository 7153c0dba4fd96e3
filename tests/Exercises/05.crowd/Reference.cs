// exercise 05.crowd (3)
static Tensor Crowd(Tensor logits) =>
    F.softmax(F.log_softmax(logits, 1).mean([0L]), 0);

static string Exact() => "a";
