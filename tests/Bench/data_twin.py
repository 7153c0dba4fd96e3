"""The rows of DataBench.cs with torchvision's DataLoader and 2 workers. Run: python3 data_twin.py FOLDER"""
import glob
import io
import os
import statistics
import sys
import time

import numpy as np
import torch
import torchvision
import torchvision.transforms as T
from PIL import Image

torch.set_num_threads(2)
folder = sys.argv[1]


class Cifar(torch.utils.data.Dataset):
    def __init__(self, transform):
        parts = [np.fromfile(f, np.uint8).reshape(-1, 3073) for f in sorted(glob.glob(f"{folder}/cifar-10-batches-bin/data_batch_*.bin"))]
        data = np.concatenate(parts)
        self.labels, self.transform = data[:, 0].astype(int), transform
        self.pictures = np.ascontiguousarray(data[:, 1:].reshape(-1, 3, 32, 32).transpose(0, 2, 3, 1))

    def __len__(self):
        return len(self.labels)

    def __getitem__(self, i):
        return self.transform(Image.fromarray(self.pictures[i])), self.labels[i]


class Files(torch.utils.data.Dataset):
    def __init__(self, transform):
        self.paths, self.transform = sorted(glob.glob(f"{folder}/tiny-imagenet-200/train/*/images/*.JPEG")), transform

    def __len__(self):
        return len(self.paths)

    def __getitem__(self, i):
        return self.transform(Image.open(self.paths[i]).convert("RGB")), 0


def row(name, count, run):
    run()
    rates = []
    for _ in range(5):
        start = time.perf_counter()
        run()
        rates.append(count / (time.perf_counter() - start))
    print(f"{name:45} {statistics.median(rates):10,.0f} pictures/s", flush=True)


def drain(data):
    loader = torch.utils.data.DataLoader(data, 128, shuffle=True, num_workers=2, persistent_workers=True)

    def run():
        for _ in loader:
            pass
    return run


normalise = T.Normalize((0.485, 0.456, 0.406), (0.229, 0.224, 0.225))
cifar = Cifar(T.Compose([T.RandomCrop(32, padding=4), T.RandomHorizontalFlip(), T.ToTensor(), normalise]))
tiny = Files(T.Compose([T.RandomHorizontalFlip(), T.ToTensor(), normalise]))
files = [open(f, "rb").read() for f in sorted(glob.glob(f"{folder}/imagenet-samples/*"))]
print(f"torchvision {torchvision.__version__}, torch {torch.__version__}")
row("cifar-10: pad, crop, flip, normalise", len(cifar), drain(cifar))
row("tiny-imagenet: decode, flip, normalise", len(tiny), drain(tiny))


def decode():
    for f in files:
        Image.open(io.BytesIO(f)).convert("RGB")


row("imagenet photographs: decode, one thread", len(files), decode)
