class ResidualLstm(nn.Module):
    """h_t = o_t (W_p tanh(c_t) + W_h x_t), gates with peepholes: [N, T, inputs] to [N, T, outputs]."""

    def __init__(self, inputs, cells, outputs):
        super().__init__()
        self.input = nn.Linear(inputs, 4 * cells)
        self.recurrent = nn.Linear(outputs, 4 * cells, bias=False)
        self.peephole = nn.Parameter(torch.zeros(3, cells))
        self.projection = nn.Linear(cells, outputs, bias=False)
        if inputs != outputs:
            self.shortcut = nn.Linear(inputs, outputs, bias=False)
        self.sizes = inputs, cells, outputs

    def forward(self, x):
        inputs, cells, outputs = self.sizes
        h, c = x.new_zeros(len(x), outputs), x.new_zeros(len(x), cells)
        states = []
        for now in x.unbind(1):
            i, f, candidate, o = (self.input(now) + self.recurrent(h)).chunk(4, 1)
            i = torch.sigmoid(i + c * self.peephole[0])
            f = torch.sigmoid(f + c * self.peephole[1])
            c = f * c + i * torch.tanh(candidate)
            o = torch.sigmoid(o + c * self.peephole[2])
            if cells != outputs:
                o = o.reshape(len(o), outputs, -1).mean(2)
            h = o * (self.projection(torch.tanh(c)) + (now if inputs == outputs else self.shortcut(now)))
            states.append(h)
        return torch.stack(states, 1)
