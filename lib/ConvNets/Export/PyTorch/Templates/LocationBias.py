class LocationBias(nn.Module):
    """A bias of its own for every unit of a map of known size."""

    def __init__(self, *shape):
        super().__init__()
        self.bias = nn.Parameter(torch.zeros(shape))

    def forward(self, x):
        return x + self.bias
