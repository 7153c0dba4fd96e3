"""The rows of Operations.cs in PyTorch: the same work under the same names.

Run: OMP_NUM_THREADS=2 python3 operations_twin.py [FILTER]
Prints name|forward|forward and backward, least times in milliseconds.
"""
import os
import sys
import time

import torch
import torch.nn as nn
import torch.nn.functional as F

torch.set_num_threads(int(os.environ.get("OMP_NUM_THREADS", os.cpu_count())))
wanted = sys.argv[1] if len(sys.argv) > 1 else ""
MAPS, SCORES = (32, 64, 32, 32), (1024, 1000)


def least(call):
    begin = time.perf_counter()
    call()
    while time.perf_counter() - begin < 0.15:
        call()
    times, begin = [], time.perf_counter()
    while len(times) < 5 or time.perf_counter() - begin < 0.3:
        start = time.perf_counter()
        call()
        times.append((time.perf_counter() - start) * 1e3)
    return min(times)


def row(name, run, shape=MAPS):
    if wanted not in name:
        return
    torch.manual_seed(1)
    x = torch.randn(*shape, requires_grad=True)

    def forward():
        with torch.no_grad():
            run(x)

    with torch.no_grad():
        grad = torch.ones_like(run(x))

    def both():
        x.grad = None
        run(x).backward(grad)

    print(f"{name}|{least(forward)}|{least(both)}", flush=True)


row("depthwise 3x3", nn.Conv2d(64, 64, 3, padding=1, groups=64))
row("grouped 3x3", nn.Conv2d(64, 64, 3, padding=1, groups=4))
row("dilated 3x3", nn.Conv2d(64, 64, 3, padding=2, dilation=2))
row("conv 5x5", nn.Conv2d(64, 64, 5, padding=2))
row("conv 3x3/2", nn.Conv2d(64, 128, 3, stride=2, padding=1))
row("conv 1x1/2", nn.Conv2d(64, 128, 1, stride=2))
row("conv 1x7", nn.Conv2d(64, 64, (1, 7), padding=(0, 3)))
row("transposed 4x4/2", nn.ConvTranspose2d(64, 32, 4, stride=2, padding=1))
row("batch norm", nn.BatchNorm2d(64))
row("group norm", nn.GroupNorm(8, 64))
row("layer norm", nn.LayerNorm([32, 32]))
row("instance norm", nn.InstanceNorm2d(64))
row("local response norm", nn.LocalResponseNorm(5))
row("max pool 2x2", nn.MaxPool2d(2))
row("max pool 3x3/2", nn.MaxPool2d(3, stride=2, padding=1))
row("avg pool 3x3/1", nn.AvgPool2d(3, stride=1, padding=1))
row("adaptive avg pool 7", nn.AdaptiveAvgPool2d(7))
row("adaptive avg pool 1", nn.AdaptiveAvgPool2d(1))
row("adaptive max pool 7", nn.AdaptiveMaxPool2d(7))
row("relu", nn.ReLU())
row("leaky relu", nn.LeakyReLU(0.1))
row("prelu", nn.PReLU(64))
row("elu", nn.ELU())
row("gelu", nn.GELU())
row("silu", nn.SiLU())
row("sigmoid", nn.Sigmoid())
row("tanh", nn.Tanh())
row("softplus", nn.Softplus())
row("dropout", nn.Dropout(0.5))
row("dropout2d", nn.Dropout2d(0.5))
row("linear", nn.Linear(1024, 1024), (256, 1024))
row("conv1d", nn.Conv1d(64, 64, 3, padding=1), (32, 64, 1024))
row("softmax channels", lambda x: F.softmax(x, 1))
row("softmax", lambda x: F.softmax(x, -1), SCORES)
row("log_softmax", lambda x: F.log_softmax(x, -1), SCORES)
row("cross_entropy", lambda x: F.cross_entropy(x, torch.zeros(1024, dtype=torch.int64)), SCORES)
row("mse_loss", lambda x: F.mse_loss(x, torch.zeros_like(x)))
row("smooth_l1_loss", lambda x: F.smooth_l1_loss(x, torch.zeros_like(x)))
row("interpolate nearest", lambda x: F.interpolate(x, scale_factor=2))
row("interpolate bilinear", lambda x: F.interpolate(x, scale_factor=2, mode="bilinear"))
row("grid_sample", lambda x: F.grid_sample(x, F.affine_grid(torch.eye(2, 3).expand(32, -1, -1), MAPS, align_corners=False), align_corners=False))
row("pad", lambda x: F.pad(x, [2, 2, 2, 2]))
row("pad reflect", lambda x: F.pad(x, [2, 2, 2, 2], mode="reflect"))
row("unfold", lambda x: F.unfold(x, 3, padding=1), (8, 64, 32, 32))
row("pixel_shuffle", lambda x: F.pixel_shuffle(x, 2))
row("cat", lambda x: torch.cat([x, x, x], 1))
row("permute contiguous", lambda x: x.permute(0, 2, 3, 1).contiguous())
row("flip", lambda x: x.flip(3))
row("roll", lambda x: x.roll(1, 3))
row("index_select", lambda x: x.index_select(0, torch.arange(31, -1, -1)))
row("gather", lambda x: x.gather(1, torch.zeros(MAPS, dtype=torch.int64)))
row("masked selection", lambda x: x[x > 0])
row("where", lambda x: torch.where(x > 0, x, torch.zeros_like(x)))
row("clamp", lambda x: x.clamp(-1, 1))
row("multiply and add", lambda x: x * 2 + 1)
row("scale by channel", lambda x: x * x.mean([2, 3], True))
row("divide", lambda x: x / (x.abs() + 1))
row("exp", lambda x: x.exp())
row("log", lambda x: (x.abs() + 1).log())
row("sqrt", lambda x: (x.abs() + 1).sqrt())
row("sum", lambda x: x.sum())
row("sum images", lambda x: x.sum(0))
row("mean pixels", lambda x: x.mean([2, 3]))
row("var channels", lambda x: x.var([0, 2, 3]))
row("max channels", lambda x: x.max(1).values)
row("norm", lambda x: x.norm())
row("cumsum", lambda x: x.cumsum(1))
row("topk", lambda x: x.topk(5, -1).values, SCORES)
row("sort", lambda x: x.sort(-1).values, SCORES)
row("bmm", lambda x: x.bmm(x.transpose(1, 2)), (64, 128, 128))
row("einsum", lambda x: torch.einsum("nchw,ndhw->ncd", x, x))
row("float16 and back", lambda x: x.half().float())
row("bfloat16 and back", lambda x: x.bfloat16().float())
