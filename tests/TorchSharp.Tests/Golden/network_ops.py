"""Writes network_ops.json: values and gradients of the network operations, computed by PyTorch in float64.

Inputs come from an integer hash, so the file holds results only: the shape, up to 24 evenly spaced elements, and the dot
product of all elements with hash weights. Made with PyTorch 1.13.0 on a CPU.  Run: python3 network_ops.py
With --live N it writes nothing and prints every N-th case, as the PyTorch at hand computes it.
"""
import json
import pathlib
import sys

import torch
import torch.nn.functional as F

torch.set_num_threads(1)


def hashed(count, seed):
    i = torch.arange(count, dtype=torch.int64)
    h = (i * 2654435761 + seed * 40503 + 12345) % 4294967296
    h = (h * 48271) % 2147483647
    return h.double() / 2147483647 * 2 - 1


def values(shape, seed):
    n = 1
    for s in shape:
        n *= s
    return hashed(n, seed).reshape(shape)


def digest(t):
    t = t.detach().double().contiguous()
    flat = t.reshape(-1)
    step = max(1, flat.numel() // 24)
    return {
        "shape": list(t.shape),
        "sample": [float(f"{v:.14g}") for v in flat[::step][:24].tolist()],
        "dot": float((flat * hashed(flat.numel(), 77)).sum()) if flat.numel() else 0.0,
    }


cases = []
every = int(sys.argv[2]) if sys.argv[1:2] == ["--live"] else 1
seen = 0


def case(name, op, shapes, args, compute, grad=True):
    global seen
    seen += 1
    if seen % every != 0:
        return
    inputs = [values(s, k + 1).requires_grad_(grad) for k, s in enumerate(shapes)]
    out = compute(*inputs)
    outs = out if isinstance(out, tuple) else (out,)
    entry = {"name": name, "op": op, "shapes": shapes, "args": args, "results": [digest(o) for o in outs]}
    if grad:
        outs[0].backward(values(list(outs[0].shape), 55))
        entry["grads"] = [digest(i.grad if i.grad is not None else torch.zeros_like(i)) for i in inputs]
    cases.append(entry)


def conv(name, x, w, bias, stride=(1, 1), padding=(0, 0), dilation=(1, 1), groups=1):
    shapes = [x, w] + ([[w[0]]] if bias else [])
    args = {"stride": stride, "padding": padding, "dilation": dilation, "groups": [groups]}
    case(name, "conv2d", shapes, args, lambda x, w, b=None: F.conv2d(x, w, b, stride, padding, dilation, groups))


conv("plain 3x3", [2, 3, 7, 9], [4, 3, 3, 3], True)
conv("same 3x3", [2, 16, 8, 8], [16, 16, 3, 3], False, padding=(1, 1))
conv("stride 2", [2, 3, 9, 9], [5, 3, 3, 3], True, (2, 2), (1, 1))
conv("7x7 stride 2 padding 3", [1, 3, 23, 23], [8, 3, 7, 7], True, (2, 2), (3, 3))
conv("11x11 stride 4", [1, 3, 35, 35], [6, 3, 11, 11], True, (4, 4), (2, 2))
conv("rectangular", [1, 4, 9, 14], [6, 4, 5, 3], True, (1, 2), (2, 0))
conv("dilated", [1, 4, 12, 12], [5, 4, 3, 3], True, (1, 1), (2, 2), (2, 2))
conv("dilated and strided", [1, 4, 13, 15], [5, 4, 3, 3], True, (2, 3), (1, 2), (3, 2))
conv("1x1", [2, 12, 7, 7], [20, 12, 1, 1], True)
conv("1x1 stride 2", [2, 12, 7, 7], [20, 12, 1, 1], True, (2, 2))
conv("grouped", [2, 8, 9, 9], [12, 4, 3, 3], True, (1, 1), (1, 1), (1, 1), 2)
conv("depthwise", [2, 6, 10, 10], [6, 1, 3, 3], True, (1, 1), (1, 1), (1, 1), 6)
conv("depthwise with multiplier, stride 2", [1, 4, 11, 11], [8, 1, 5, 5], True, (2, 2), (2, 2), (1, 1), 4)
conv("padding wider than the kernel", [1, 2, 5, 5], [3, 2, 3, 3], True, (1, 1), (4, 4))
conv("one pixel", [1, 5, 1, 1], [7, 5, 1, 1], True)


def convt(name, x, w, bias, stride=(1, 1), padding=(0, 0), extra=(0, 0), dilation=(1, 1), groups=1):
    shapes = [x, w] + ([[w[1] * groups]] if bias else [])
    args = {"stride": stride, "padding": padding, "extra": extra, "dilation": dilation, "groups": [groups]}
    case(name, "conv_transpose2d", shapes, args,
         lambda x, w, b=None: F.conv_transpose2d(x, w, b, stride, padding, extra, groups, dilation))


convt("transposed 3x3", [2, 4, 5, 6], [4, 3, 3, 3], True)
convt("transposed 4x4 stride 2", [2, 4, 5, 5], [4, 6, 4, 4], True, (2, 2), (1, 1))
convt("transposed with output padding (0, 1)", [1, 3, 4, 4], [3, 5, 3, 3], True, (2, 2), (1, 1), (0, 1))
convt("transposed, grouped, dilated", [1, 4, 5, 5], [4, 3, 3, 3], True, (2, 1), (0, 1), (0, 0), (2, 2), 2)


def maxpool(name, x, kernel, stride, padding=(0, 0), dilation=(1, 1), ceil=False):
    args = {"kernel": kernel, "stride": stride, "padding": padding, "dilation": dilation, "ceil": [int(ceil)]}
    case(name, "max_pool2d", [x], args,
         lambda x: F.max_pool2d(x, kernel, stride, padding, dilation, ceil, return_indices=True))


maxpool("2x2", [2, 3, 8, 8], (2, 2), (2, 2))
maxpool("2x2 odd", [2, 3, 7, 9], (2, 2), (2, 2))
maxpool("3x3 stride 2 padding 1", [2, 3, 9, 9], (3, 3), (2, 2), (1, 1))
maxpool("ceil", [1, 3, 8, 8], (3, 3), (2, 2), (0, 0), (1, 1), True)
maxpool("ceil with padding", [1, 3, 6, 7], (3, 2), (2, 3), (1, 1), (1, 1), True)
maxpool("dilated", [1, 2, 9, 9], (3, 3), (1, 2), (1, 1), (2, 2))


def avgpool(name, x, kernel, stride, padding=(0, 0), ceil=False, include=True, divisor=None):
    args = {"kernel": kernel, "stride": stride, "padding": padding, "ceil": [int(ceil)], "include": [int(include)],
            "divisor": [divisor or 0]}
    case(name, "avg_pool2d", [x], args, lambda x: F.avg_pool2d(x, kernel, stride, padding, ceil, include, divisor))


avgpool("2x2", [2, 3, 8, 8], (2, 2), (2, 2))
avgpool("3x3 padding counted", [1, 3, 7, 7], (3, 3), (2, 2), (1, 1))
avgpool("3x3 padding not counted", [1, 3, 7, 7], (3, 3), (2, 2), (1, 1), False, False)
avgpool("ceil, padding counted", [1, 2, 8, 6], (3, 3), (2, 2), (1, 1), True, True)
avgpool("ceil, padding not counted", [1, 2, 8, 6], (3, 3), (2, 2), (1, 1), True, False)
avgpool("divisor", [1, 2, 6, 6], (2, 3), (2, 1), (0, 1), False, True, 5)

for size in ((1, 1), (3, 4), (7, 5), (2, 9)):
    case(f"to {size}", "adaptive_avg_pool2d", [[2, 3, 7, 5]], {"size": size}, lambda x: F.adaptive_avg_pool2d(x, size))
    case(f"to {size}", "adaptive_max_pool2d", [[2, 3, 7, 5]], {"size": size},
         lambda x: F.adaptive_max_pool2d(x, size, return_indices=True))

for shape in ([4, 3, 5, 6], [8, 5], [3, 4, 7]):
    for training in (1, 0):
        def bn(x, w, b, training=training):
            c = x.shape[1]
            mean, var = values([c], 21).clone(), values([c], 22).abs() + 0.5
            y = F.batch_norm(x, mean, var, w, b, bool(training), 0.1, 1e-5)
            return y, mean, var
        case(f"{shape} training {training}", "batch_norm", [shape, [shape[1]], [shape[1]]], {"training": [training]}, bn)

for size, alpha, beta, k in ((3, 0.5, 0.75, 2.0), (4, 1e-4, 0.75, 1.0), (5, 2.0, 0.5, 1.0)):
    case(f"size {size}", "local_response_norm", [[2, 7, 3, 4]], {"size": [size], "real": [alpha, beta, k]},
         lambda x: F.local_response_norm(x, size, alpha, beta, k))

for dim in (0, 1, 2):
    case(f"dim {dim}", "softmax", [[3, 5, 4]], {"dim": [dim]}, lambda x: F.softmax(x, dim))
    case(f"dim {dim}", "log_softmax", [[3, 5, 4]], {"dim": [dim]}, lambda x: F.log_softmax(x, dim))

for reduction, word in enumerate(("none", "mean", "sum")):
    for weighted in (0, 1):
        for shape in ([6, 5], [3, 4, 5]):
            def nll(x, shape=shape, weighted=weighted, word=word):
                count = shape[0] * (shape[2] if len(shape) > 2 else 1)
                target = (torch.arange(count) * 7 % shape[1]).reshape([shape[0]] + shape[2:])
                weight = values([shape[1]], 31).abs() if weighted else None
                return F.cross_entropy(x, target, weight, ignore_index=2, reduction=word)
            case(f"{shape} {word} weighted {weighted}", "cross_entropy", [shape],
                 {"reduction": [reduction], "weighted": [weighted]}, nll)

for mode, align in (("nearest", None), ("bilinear", False), ("bilinear", True), ("bicubic", False), ("bicubic", True)):
    for size in ((7, 9), (3, 2), (1, 1), (10, 12)):
        case(f"{mode} {align} to {size}", "interpolate", [[1, 2, 5, 6]], {"mode": mode, "align": [int(bool(align))], "size": size},
             lambda x: F.interpolate(x, size, mode=mode, align_corners=align))

for mode, pad in (("constant", (1, 2)), ("constant", (1, 2, 3, 0)), ("constant", (-1, 2, 1, -1)), ("constant", (1, 0, 2, 1, 1, 2)),
                  ("reflect", (2, 1, 1, 3)), ("replicate", (2, 3, 4, 0)), ("circular", (1, 2, 3, 1))):
    case(f"{mode} {pad}", "pad", [[2, 3, 5, 4]], {"mode": mode, "pad": pad},
         lambda x: F.pad(x, pad, mode, 0.5) if mode == "constant" else F.pad(x, pad, mode))

case("rows", "linear", [[5, 7], [3, 7], [3]], {}, lambda x, w, b: F.linear(x, w, b))
case("batch", "linear", [[2, 3, 7], [4, 7], [4]], {}, lambda x, w, b: F.linear(x, w, b))
case("no bias", "linear", [[5, 7], [3, 7]], {}, lambda x, w: F.linear(x, w))
for a, b in (([4], [4]), ([3, 4], [4, 5]), ([4], [4, 5]), ([3, 4], [4]), ([2, 3, 4], [4, 5]), ([2, 1, 3, 4], [5, 4, 2]), ([4], [2, 4, 3])):
    case(f"{a} {b}", "matmul", [a, b], {}, torch.matmul)

if every > 1:
    print(json.dumps({"made_with": f"PyTorch {torch.__version__}", "cases": cases}))
    sys.exit()

path = pathlib.Path(__file__).with_suffix(".json")
path.write_text(json.dumps({"made_with": f"PyTorch {torch.__version__}", "cases": cases}, separators=(",", ":")).replace('},{"name"', '},\n{"name"') + "\n")
print(len(cases), "cases,", path.stat().st_size, "bytes")
