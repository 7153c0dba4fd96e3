def survive(residual, probability, training):
    """Stochastic depth: one coin for the block and the batch in training, the probability in use."""
    return residual * (torch.rand((), device=residual.device) < probability) if training else residual * probability
