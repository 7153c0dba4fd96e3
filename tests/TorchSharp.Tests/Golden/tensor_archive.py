"""Writes tensor.pt with PyTorch 1.13: python3 tensor_archive.py (in this folder)"""
import torch


class One(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.register_parameter("0", torch.nn.Parameter(torch.arange(6.0).reshape(2, 3), requires_grad=False))


torch.jit.script(One()).save("tensor.pt")
