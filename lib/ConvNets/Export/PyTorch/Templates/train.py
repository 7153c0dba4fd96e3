"""Trains @title@ with PyTorch's distributed data parallel.

Written by the course kit's `course export`; the options, their defaults and the learning-rate schedules are those of `course train`.
The weights that it writes go back with `course forward @id@ --weights OUT/weights.pth ...` and `course train @id@ --weights ...`.

    torchrun --nproc_per_node=8 @file@.py --data cifar-10-batches-bin --epochs 30
    torchrun --nnodes=2 --nproc_per_node=8 --rdzv_endpoint=HOST:29500 @file@.py --data imagenet --size 224

The data are a folder of CIFAR-10's binary version, a folder with train/ and val/ of one folder for each class (needs torchvision),
or `random` to try the machines. As published:

@recipe@
"""

import argparse
import math
import os
import time

import numpy
import torch
import torch.distributed as dist
import torch.nn.functional as F
from torch.nn.parallel import DistributedDataParallel
from torch.utils.data import DataLoader, Dataset, DistributedSampler

import @module@ as model

CLASSES = @classes@
CHANNELS, SIZE = @channels@, @size@


class Pictures(Dataset):
    """Pictures [N, C, H, W] of bytes in memory; augmented ones are padded by an eighth, cropped and mirrored."""

    def __init__(self, images, labels, mean, std, augment):
        self.images, self.labels, self.augment = images, labels, augment
        self.mean, self.std = mean.view(-1, 1, 1), std.view(-1, 1, 1)

    def __len__(self):
        return len(self.labels)

    def __getitem__(self, index):
        x = self.images[index].float() / 255
        if self.augment:
            size = x.shape[-1]
            pad = size // 8
            x = F.pad(x, (pad,) * 4)
            top, left = torch.randint(0, 2 * pad + 1, (2,)).tolist()
            x = x[:, top:top + size, left:left + size]
            if torch.rand(()) < 0.5:
                x = x.flip(2)
        return (x - self.mean) / self.std, int(self.labels[index])


def cifar(folder, name):
    names = [f"data_batch_{i}.bin" for i in range(1, 6)] if name == "train" else ["test_batch.bin"]
    records = numpy.concatenate([numpy.fromfile(os.path.join(folder, n), numpy.uint8).reshape(-1, 3073) for n in names])
    return torch.from_numpy(records[:, 1:].reshape(-1, 3, 32, 32).copy()), torch.from_numpy(records[:, 0].astype(numpy.int64))


def folders(folder, size, augment):
    from torchvision import transforms as t
    from torchvision.datasets import ImageFolder

    shape = [t.RandomResizedCrop(size), t.RandomHorizontalFlip()] if augment else [t.Resize(size * 8 // 7), t.CenterCrop(size)]
    return ImageFolder(folder, t.Compose(shape + [t.ToTensor(), t.Normalize((0.485, 0.456, 0.406), (0.229, 0.224, 0.225))]))


def datasets(args):
    if args.data == "random":
        generator = torch.Generator().manual_seed(args.seed)
        sets = [(torch.randint(0, 256, (n, CHANNELS, args.size, args.size), generator=generator, dtype=torch.uint8),
                 torch.randint(0, CLASSES, (n,), generator=generator)) for n in (512, 128)]
    elif os.path.exists(os.path.join(args.data, "data_batch_1.bin")):
        sets = [cifar(args.data, name) for name in ("train", "test")]
    else:
        return (folders(os.path.join(args.data, "train"), args.size, augment=not args.no_augment),
                folders(os.path.join(args.data, "val"), args.size, augment=False))
    pixels = sets[0][0].float().div(255).transpose(0, 1).flatten(1)
    mean, std = pixels.mean(1), pixels.std(1)
    return Pictures(*sets[0], mean, std, not args.no_augment), Pictures(*sets[1], mean, std, False)


def factor(args, step, total, per_epoch):
    """The learning rate's share of --lr at a step."""
    def half_cosine(t):
        return (1 + math.cos(math.pi * min(max(t, 0), 1))) / 2

    if args.schedule == "constant":
        return 1
    if args.schedule == "step":
        return 0.1 ** sum(step / per_epoch >= args.epochs * part for part in (0.5, 0.75))
    if args.schedule == "cosine":
        return half_cosine(step / total)
    top, start, end = 0.3 * total - 1, 1 / 25, 1 / 25 / 1e4
    if step <= top:
        return 1 + (start - 1) * half_cosine(step / top)
    return end + (1 - end) * half_cosine((step - top) / (max(1, total - 1) - top))


def optimizer(args, net):
    lr = args.lr if args.lr is not None else 0.1 if args.optimizer == "sgd" else 1e-3
    parameters = [p for p in net.parameters() if p.requires_grad]
    if args.optimizer == "sgd":
        return lr, torch.optim.SGD(parameters, lr, 0.9, weight_decay=args.weight_decay, nesterov=True)
    if args.optimizer == "rmsprop":
        return lr, torch.optim.RMSprop(parameters, lr, momentum=0.9, weight_decay=args.weight_decay)
    return lr, {"adam": torch.optim.Adam, "adamw": torch.optim.AdamW}[args.optimizer](parameters, lr, weight_decay=args.weight_decay)


def loss_of(outputs, labels, smoothing):
    """The loss to differentiate, that of the main output, and the logits."""
    logits, heads = outputs if isinstance(outputs, tuple) else (outputs, [])
    main = F.cross_entropy(logits, labels, label_smoothing=smoothing)
    return main + model.AUXILIARY_WEIGHT * sum(F.cross_entropy(head, labels, label_smoothing=smoothing) for head in heads), main, logits


def evaluate(net, loader, device):
    net.eval()
    sums = torch.zeros(3, device=device)
    with torch.no_grad():
        for images, labels in loader:
            images, labels = images.to(device), labels.to(device)
            logits = net(images)
            sums += torch.stack([F.cross_entropy(logits, labels, reduction="sum"), (logits.argmax(1) == labels).sum(), torch.tensor(len(labels), device=device)])
    dist.all_reduce(sums)
    return sums[0].item() / sums[2].item(), sums[1].item() / sums[2].item()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", required=True)
    parser.add_argument("--weights", help="begin with these, a .safetensors file or a state dict")
    parser.add_argument("--size", type=int, default=SIZE, help="side of the pictures in pixels")
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--batch", type=int, default=128, help="pictures in a step, over all processes")
    parser.add_argument("--lr", type=float)
    parser.add_argument("--optimizer", choices=("sgd", "adam", "adamw", "rmsprop"), default="sgd")
    parser.add_argument("--schedule", choices=("onecycle", "cosine", "step", "constant"), default="onecycle")
    parser.add_argument("--weight-decay", type=float, default=5e-4)
    parser.add_argument("--label-smoothing", type=float, default=0)
    parser.add_argument("--clip", type=float, help="largest gradient norm")
    parser.add_argument("--no-augment", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--steps", type=int, help="end after so many steps")
    parser.add_argument("--sync-bn", action="store_true", help="batch norm over the pictures of all processes (GPU)")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--out", default="runs/@id@")
    args = parser.parse_args()

    cuda = torch.cuda.is_available()
    dist.init_process_group("nccl" if cuda else "gloo")
    rank, world = dist.get_rank(), dist.get_world_size()
    local = int(os.environ.get("LOCAL_RANK", 0))
    device = torch.device("cuda", local) if cuda else torch.device("cpu")
    torch.manual_seed(args.seed)
    net = model.load(args.weights) if args.weights else model.Net()
    if args.sync_bn:
        net = torch.nn.SyncBatchNorm.convert_sync_batchnorm(net)
    parallel = DistributedDataParallel(net.to(device), device_ids=[local] if cuda else None, find_unused_parameters=@unused@)
    torch.manual_seed(args.seed * world + rank)

    train, test = datasets(args)
    sampler = DistributedSampler(train, shuffle=True, seed=args.seed, drop_last=True)
    share = max(1, args.batch // world)
    loader = DataLoader(train, share, sampler=sampler, num_workers=args.workers, pin_memory=cuda, drop_last=True)
    tests = DataLoader(test, share, sampler=DistributedSampler(test, shuffle=False), num_workers=args.workers, pin_memory=cuda)
    total = min(args.steps or args.epochs * len(loader), args.epochs * len(loader))
    lr, steps = optimizer(args, parallel)
    if rank == 0:
        print(f"@id@ on {args.data}: {world} processes, {share} pictures each a step, {total} steps", flush=True)

    taken = 0
    for epoch in range(args.epochs):
        sampler.set_epoch(epoch)
        parallel.train()
        sums = torch.zeros(3, device=device)
        began = time.perf_counter()
        for images, labels in loader:
            for group in steps.param_groups:
                group["lr"] = lr * factor(args, taken, total, len(loader))
            images, labels = images.to(device, non_blocking=True), labels.to(device, non_blocking=True)
            steps.zero_grad()
            whole, main_loss, logits = loss_of(parallel(images), labels, args.label_smoothing)
            whole.backward()
            if args.clip:
                torch.nn.utils.clip_grad_norm_(parallel.parameters(), args.clip)
            steps.step()
            sums += torch.stack([main_loss.detach() * len(labels), (logits.argmax(1) == labels).sum(), torch.tensor(len(labels), device=device)])
            taken += 1
            if taken >= total:
                break
        dist.all_reduce(sums)
        loss_sum, right, pictures = sums.tolist()
        speed = pictures / (time.perf_counter() - began)
        # The processes see different pictures, so their batch norm statistics differ a little; the first one's are kept.
        loss, top1 = evaluate(net, tests, device)
        if rank == 0:
            print(f"epoch {epoch + 1}: train loss {loss_sum / pictures:.4f}, top-1 {right / pictures:.1%}; test loss {loss:.4f}, top-1 {top1:.1%}; {speed:.0f} pictures/s", flush=True)
            os.makedirs(args.out, exist_ok=True)
            file = os.path.join(args.out, "weights.pth")
            torch.save(net.state_dict(), file + ".part")
            os.replace(file + ".part", file)
        if taken >= total:
            break
    dist.destroy_process_group()


if __name__ == "__main__":
    main()
