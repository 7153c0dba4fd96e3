def original_dropout(x, keep, training):
    """Dropout as its authors wrote it: a mask in training, the probability of keeping in use."""
    return x * torch.bernoulli(torch.full_like(x, keep)) if training else x * keep
