#!/usr/bin/env python3
"""Writes torchvision.json: logits of torchvision's models with weights that a formula fills, the same as in FormulaWeights.cs.

Made with PyTorch 1.13.0 and torchvision 0.14.1. Also writes zip.pth and legacy.pth, a small state dict in PyTorch's two formats.
"""
import json
import os

import numpy as np
import torch
import torchvision

HERE = os.path.dirname(os.path.abspath(__file__))


def uniform(name, count):
    """Numbers in [-1, 1) from the name and the position: FNV-1a, then a 32-bit mix."""
    seed = 2166136261
    for byte in name.encode():
        seed = (seed ^ byte) * 16777619 & 0xFFFFFFFF
    x = (np.arange(count, dtype=np.uint64) + seed).astype(np.uint32)
    x ^= x >> np.uint32(16)
    x *= np.uint32(0x7FEB352D)
    x ^= x >> np.uint32(15)
    x *= np.uint32(0x846CA68B)
    x ^= x >> np.uint32(16)
    return (x.astype(np.float64) / 2**31 - 1).astype(np.float32)


def fill(model):
    with torch.no_grad():
        for name, value in model.state_dict().items():
            if name.endswith("num_batches_tracked"):
                continue
            u = uniform(name, value.numel())
            if value.dim() > 1:
                u = u * np.float32(np.sqrt(3.0 / (value.numel() // value.shape[0])))
            elif name.endswith("running_var") or name.endswith("weight"):
                u = 1 + np.float32(0.25) * u
            else:
                u = np.float32(0.1) * u
            value.copy_(torch.from_numpy(u.reshape(value.shape)))
    return model.eval()


def main():
    m = torchvision.models
    kw = dict(weights=None, num_classes=10)
    models = {
        "alexnet-owt": (m.alexnet(**kw), 64),
        "resnet-18": (m.resnet18(**kw), 64),
        "resnet-34": (m.resnet34(**kw), 64),
        "resnet-50-tv": (m.resnet50(**kw), 64),
        "resnet-101-tv": (m.resnet101(**kw), 33),
        "resnet-152-tv": (m.resnet152(**kw), 33),
        "wrn-50-2": (m.wide_resnet50_2(**kw), 33),
        "googlenet-tv": (m.googlenet(init_weights=False, **kw), 64),
        "inception-v3": (m.inception_v3(init_weights=False, **kw), 75),
        "densenet-121": (m.densenet121(**kw), 64),
        "densenet-161": (m.densenet161(**kw), 33),
        "densenet-169": (m.densenet169(**kw), 33),
        "densenet-201": (m.densenet201(**kw), 33),
    }
    rows = {}
    for name, (model, size) in models.items():
        x = torch.from_numpy(uniform("input", 3 * size * size).reshape(1, 3, size, size))
        with torch.no_grad():
            rows[name] = dict(size=size, logits=[float(v) for v in fill(model)(x)[0]])
    for name, model in (("vgg-a", m.vgg11(**kw)), ("vgg-a-bn", m.vgg11_bn(**kw)), ("vgg-b", m.vgg13(**kw)), ("vgg-b-bn", m.vgg13_bn(**kw)),
                        ("vgg-d", m.vgg16(**kw)), ("vgg-d-bn", m.vgg16_bn(**kw)), ("vgg-e", m.vgg19(**kw)), ("vgg-e-bn", m.vgg19_bn(**kw))):
        x = torch.from_numpy(uniform("input", 3 * 32 * 32).reshape(1, 3, 32, 32))
        with torch.no_grad():
            rows[name] = dict(size=32, features=[float(v) for v in fill(model.features)(x).flatten()[:16]])
    with open(os.path.join(HERE, "torchvision.json"), "w") as out:
        out.write("{\n" + ",\n".join(f'  "{k}": {json.dumps(v)}' for k, v in rows.items()) + "\n}\n")

    state = torch.nn.Sequential(torch.nn.Conv2d(2, 3, 3), torch.nn.BatchNorm2d(3)).state_dict()
    for name, value in state.items():
        if value.dtype == torch.float32:
            value.copy_(torch.from_numpy(uniform(name, value.numel()).reshape(value.shape)))
    state["0.weight"] = state["0.weight"].to(memory_format=torch.channels_last)
    state["0.bias"] = state["0.bias"].half()
    torch.save(state, os.path.join(HERE, "zip.pth"))
    torch.save(state, os.path.join(HERE, "legacy.pth"), _use_new_zipfile_serialization=False)


if __name__ == "__main__":
    main()
