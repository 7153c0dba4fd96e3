"""The losses of 200 training steps of PyTorch 1.13: python3 training.py > training.json

Two small convolutional nets, one with batch norm and dropout and one plain, with two optimizers. In float32, and in float64
from the same weights and pictures: where the two part, rounding has taken over.
"""
import json
import torch
from torch import nn
import torch.nn.functional as F

torch.set_num_threads(1)


def with_batch_norm():
    return nn.Sequential(
        nn.Conv2d(3, 8, 3, padding=1, bias=False), nn.BatchNorm2d(8), nn.ReLU(), nn.MaxPool2d(2),
        nn.Conv2d(8, 16, 3, padding=1), nn.BatchNorm2d(16), nn.ReLU(), nn.AvgPool2d(2),
        nn.Flatten(), nn.Dropout(0.1), nn.Linear(16 * 4, 10))


def plain():
    return nn.Sequential(
        nn.Conv2d(3, 8, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
        nn.Conv2d(8, 16, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
        nn.Flatten(), nn.Linear(16 * 4, 32), nn.ReLU(), nn.Linear(32, 10))


def run(make_net, make_optimizer, dtype):
    torch.manual_seed(20)
    net = make_net()
    pictures = torch.randn(256, 3, 8, 8)
    labels = torch.randint(0, 10, (256,))
    net, pictures = net.to(dtype), pictures.to(dtype)
    optimizer = make_optimizer(net.parameters())
    losses = []
    for step in range(200):
        at = step * 32 % 256
        optimizer.zero_grad()
        loss = F.cross_entropy(net(pictures[at:at + 32]), labels[at:at + 32])
        loss.backward()
        optimizer.step()
        losses.append(round(loss.item(), 6))
    return losses


NETS = {"": with_batch_norm, "plain_": plain}
MAKERS = {
    "sgd": lambda p: torch.optim.SGD(p, lr=0.05, momentum=0.9, weight_decay=1e-4),
    "adam": lambda p: torch.optim.Adam(p, lr=0.003),
}
out = {"torch": torch.__version__}
for net, make_net in NETS.items():
    for name, make in MAKERS.items():
        out[net + name] = run(make_net, make, torch.float32)
        out[net + name + "_double"] = run(make_net, make, torch.float64)
print(json.dumps(out, indent=0))
