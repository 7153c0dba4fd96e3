"""The rows of the engine benchmark in PyTorch: the same work, the same row names, one JSON object per line.

Run: OMP_NUM_THREADS=2 python3 pytorch_twin.py [FILTER] [--channels-last] [--memory]
     (PyTorch with OpenBLAS and oneDNN, float32, on the CPU; --memory: the resident memory of ten training steps)
"""
import argparse
import json
import os
import time

import torch
import torch.nn as nn
import torch.nn.functional as F

torch.set_num_threads(int(os.environ.get("OMP_NUM_THREADS", os.cpu_count())))
parser = argparse.ArgumentParser()
parser.add_argument("filter", nargs="?", default="")
parser.add_argument("--channels-last", action="store_true")
parser.add_argument("--memory", action="store_true")
parser.add_argument("--version", action="version", version=torch.__version__)
options = parser.parse_args()
wanted = options.filter.lower()


def laid_out(images_or_net):
    return images_or_net.to(memory_format=torch.channels_last) if options.channels_last else images_or_net


def resident():
    """Resident memory now and at its highest, in MiB. ru_maxrss would count the process that started this one."""
    with open("/proc/self/status") as status:
        lines = dict(line.split(":", 1) for line in status)
    return [int(lines[key].split()[0]) / 1024 for key in ("VmRSS", "VmHWM")]


def measure(name, flops, run):
    """Prints the median and the least time of a call in milliseconds."""
    if wanted not in name.lower():
        return
    begin = time.perf_counter()
    run()
    while time.perf_counter() - begin < 0.5:
        run()
    times, begin = [], time.perf_counter()
    while len(times) < 3 or (time.perf_counter() - begin < 1.5 and len(times) < 200):
        start = time.perf_counter()
        run()
        times.append((time.perf_counter() - start) * 1e3)
    times.sort()
    print(json.dumps({"name": name, "median_ms": times[len(times) // 2], "least_ms": times[0], "flops": flops}), flush=True)


def gemm(m, n, k):
    a, b = torch.randn(m, k), torch.randn(k, n)
    measure(f"sgemm {m}x{n}x{k}", 2 * m * n * k, lambda: a @ b)


def conv(n, c, size, out, kernel, stride, padding):
    x = laid_out(torch.randn(n, c, size, size)).requires_grad_()
    w = laid_out(torch.randn(out, c, kernel, kernel)).requires_grad_()
    y = F.conv2d(x, w, None, stride, padding)
    g = torch.randn_like(y)
    flops = 2 * y.numel() * c * kernel * kernel
    name = f"conv {c}->{out} {kernel}x{kernel}/{stride} {size}x{size} N={n}"

    def forward():
        with torch.no_grad():
            F.conv2d(x, w, None, stride, padding)

    def both():
        x.grad = w.grad = None
        F.conv2d(x, w, None, stride, padding).backward(g)

    measure(name + " forward", flops, forward)
    measure(name + " forward+backward", 3 * flops, both)


def layer(name, module):
    x = laid_out(torch.randn(32, 64, 56, 56))

    def run():
        with torch.no_grad():
            module(x)

    measure(f"layer {name} 64x56x56 N=32", 0, run)


class Basic(nn.Module):
    def __init__(self, c, out, stride):
        super().__init__()
        self.a, self.na = nn.Conv2d(c, out, 3, stride, 1, bias=False), nn.BatchNorm2d(out)
        self.b, self.nb = nn.Conv2d(out, out, 3, 1, 1, bias=False), nn.BatchNorm2d(out)
        self.pad = out - c
        self.stride = stride

    def forward(self, x):
        y = F.relu(self.na(self.a(x)))
        y = self.nb(self.b(y))
        if self.pad:
            x = F.pad(x[:, :, ::self.stride, ::self.stride], (0, 0, 0, 0, 0, self.pad))
        return F.relu(x + y)


def resnet20():
    layers = [nn.Conv2d(3, 16, 3, 1, 1, bias=False), nn.BatchNorm2d(16), nn.ReLU()]
    c = 16
    for out in (16, 32, 64):
        for i in range(3):
            layers.append(Basic(c, out, 2 if i == 0 and out != c else 1))
            c = out
    return nn.Sequential(*layers, nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(64, 10))


def small_vgg():
    layers, c = [], 3
    for out in (64, 64, 0, 128, 128, 0, 256, 256, 0):
        if out == 0:
            layers.append(nn.MaxPool2d(2))
        else:
            layers += [nn.Conv2d(c, out, 3, 1, 1), nn.BatchNorm2d(out), nn.ReLU()]
            c = out
    return nn.Sequential(*layers, nn.Flatten(), nn.Linear(256 * 16, 10))


def nin():
    def block(c, a, b, d, k, p):
        return [nn.Conv2d(c, a, k, 1, p), nn.ReLU(), nn.Conv2d(a, b, 1), nn.ReLU(), nn.Conv2d(b, d, 1), nn.ReLU()]
    return nn.Sequential(*block(3, 192, 160, 96, 5, 2), nn.MaxPool2d(3, 2, 1), nn.Dropout(0.5),
                         *block(96, 192, 192, 192, 5, 2), nn.AvgPool2d(3, 2, 1), nn.Dropout(0.5),
                         *block(192, 192, 192, 10, 3, 1), nn.AdaptiveAvgPool2d(1), nn.Flatten())


class Dense(nn.Module):
    def __init__(self, c, growth):
        super().__init__()
        self.n, self.c = nn.BatchNorm2d(c), nn.Conv2d(c, growth, 3, 1, 1, bias=False)

    def forward(self, x):
        return torch.cat([x, self.c(F.relu(self.n(x)))], 1)


def densenet():
    layers, c = [nn.Conv2d(3, 16, 3, 1, 1, bias=False)], 16
    for block in range(3):
        for _ in range(12):
            layers.append(Dense(c, 12))
            c += 12
        layers += [nn.BatchNorm2d(c), nn.ReLU()]
        if block < 2:
            layers += [nn.Conv2d(c, c, 1, bias=False), nn.AvgPool2d(2)]
    return nn.Sequential(*layers, nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(c, 10))


def training(name, build, batch):
    name = f"train {name} b{batch}"
    if wanted not in name.lower():
        return
    torch.manual_seed(1)
    baseline = resident()[0]
    net = laid_out(build())
    optimizer = torch.optim.SGD(net.parameters(), lr=0.01, momentum=0.9)
    x, t = laid_out(torch.randn(batch, 3, 32, 32)), torch.randint(0, 10, (batch,))

    def step():
        optimizer.zero_grad()
        F.cross_entropy(net(x), t).backward()
        optimizer.step()

    if options.memory:
        for _ in range(10):
            step()
        print(json.dumps({"name": name, "baseline_mb": baseline, "peak_mb": resident()[1]}), flush=True)
    else:
        measure(name, 0, step)


def inference(name, build, size):
    if not any(wanted in f"infer {name} b{b}" for b in (1, 8)):
        return
    torch.manual_seed(1)
    net = laid_out(build()).eval()
    for batch in (1, 8):
        x = laid_out(torch.randn(batch, 3, size, size))

        def run():
            with torch.no_grad():
                net(x)

        measure(f"infer {name} b{batch}", 0, run)


if not options.memory:
    gemm(512, 512, 512)
    gemm(1024, 1024, 1024)
    gemm(4096, 256, 1152)
    conv(32, 64, 56, 64, 3, 1, 1)
    conv(8, 3, 224, 64, 7, 2, 3)
    conv(8, 256, 56, 64, 1, 1, 0)
    conv(128, 16, 32, 16, 3, 1, 1)
    layer("batch norm", nn.BatchNorm2d(64))
    layer("relu", nn.ReLU())
    layer("max pool 2x2", nn.MaxPool2d(2))
    layer("avg pool 3x3/1", nn.AvgPool2d(3, 1, 1))
    layer("local response norm 5", nn.LocalResponseNorm(5))
training("resnet-cifar-20", resnet20, 128)
training("small-vgg", small_vgg, 128)
training("nin-cifar", nin, 128)
training("densenet-cifar-40-12", densenet, 64)
if not options.memory and (not wanted or "infer" in wanted or not wanted.startswith(("sgemm", "conv", "layer", "train"))):
    import torchvision.models as models
    inference("alexnet-owt", lambda: models.alexnet(weights=None), 224)
    inference("vgg-d", lambda: models.vgg16(weights=None), 224)
    inference("resnet-50-tv", lambda: models.resnet50(weights=None), 224)
    inference("googlenet-tv", lambda: models.googlenet(weights=None, aux_logits=False, init_weights=False), 224)
    inference("inception-v3", lambda: models.inception_v3(weights=None, aux_logits=False, init_weights=False), 299)
    inference("densenet-121", lambda: models.densenet121(weights=None), 224)
