class Group(nn.Module):
    """Modules by name; what runs them is the network's forward."""

    def __init__(self, **children):
        super().__init__()
        for name, child in children.items():
            self.add_module(name, child)
