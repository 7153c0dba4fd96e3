// exercise 14.entropy (3)
static Tensor MeanEntropy(Tensor logits) =>
    throw new NotImplementedException(
        "Return the mean over the rows of the entropy of the softmax of the logits.");
