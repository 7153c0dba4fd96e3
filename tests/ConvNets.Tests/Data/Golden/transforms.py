"""Writes transforms.json: what torchvision computes for the pictures that TransformTests.Pattern makes. Run: python3 transforms.py"""
import json
import pathlib

import torch
import torchvision
import torchvision.transforms.functional as F
from torchvision.transforms import InterpolationMode as Mode


def pattern(channels, height, width):
    c = torch.arange(channels).view(-1, 1, 1)
    y = torch.arange(height).view(1, -1, 1)
    x = torch.arange(width).view(1, 1, -1)
    return ((c * 31 + y * 17 + x * 7 + (x * y) % 13 * 5) % 97).float() / 96


def flat(t):
    return [round(v, 6) for v in t.flatten().tolist()]


cases = {}
for name, mode in (("Bilinear", Mode.BILINEAR), ("Bicubic", Mode.BICUBIC)):
    for h, w, oh, ow in ((13, 17, 7, 9), (13, 17, 20, 23), (24, 10, 5, 10), (9, 9, 9, 4)):
        out = F.resize(pattern(2, h, w), [oh, ow], interpolation=mode, antialias=True)
        cases[f"{name} {h}x{w} {oh}x{ow}"] = flat(out)
for h, w, oh, ow in ((13, 17, 7, 9), (12, 12, 4, 6), (5, 6, 9, 7)):
    out = torch.nn.functional.interpolate(pattern(2, h, w)[None], (oh, ow), mode="area")[0]
    cases[f"Area {h}x{w} {oh}x{ow}"] = flat(out)

rgb = pattern(3, 4, 5)
cases["Grayscale"] = flat(F.rgb_to_grayscale(rgb))
cases["Brightness 1.4"] = flat(F.adjust_brightness(rgb, 1.4))
cases["Contrast 0.6"] = flat(F.adjust_contrast(rgb, 0.6))
cases["Contrast 1.5"] = flat(F.adjust_contrast(rgb, 1.5))
cases["Saturation 0.3"] = flat(F.adjust_saturation(rgb, 0.3))
cases["Saturation 1.7"] = flat(F.adjust_saturation(rgb, 1.7))
cases["Hue 0.2"] = flat(F.adjust_hue(rgb, 0.2))
cases["Hue -0.35"] = flat(F.adjust_hue(rgb, -0.35))
cases["Normalize"] = flat(F.normalize(rgb, [0.4, 0.5, 0.6], [0.2, 0.25, 0.3]))
cases["CenterCrop 3x2"] = flat(F.center_crop(rgb, [3, 2]))
cases["CenterCrop 7x8"] = flat(F.center_crop(rgb, [7, 8]))
cases["TenCrop 3"] = flat(torch.stack(F.ten_crop(rgb, [3, 3])))
cases["Resize 6"] = flat(F.resize(pattern(1, 7, 10), [6], antialias=True))

made = f"torchvision {torchvision.__version__}, torch {torch.__version__}"
lines = ",\n".join(f"  {json.dumps(k)}: {json.dumps(v)}" for k, v in cases.items())
(pathlib.Path(__file__).parent / "transforms.json").write_text(f'{{\n  "made with": {json.dumps(made)},\n{lines}\n}}\n')
