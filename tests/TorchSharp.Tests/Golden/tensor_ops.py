"""Writes tensor_ops.json: results of tensor operations over a grid of shapes, strides, element types and special values.

Inputs come from an integer hash, so the file holds results only: element type, shape, up to eight evenly spaced elements and
the sum of all elements weighted by a hash. Made with PyTorch 1.13.0 on a CPU.  Run: python3 tensor_ops.py
"""
import json
import math
import pathlib

import torch

torch.set_num_threads(1)
SPECIAL = [math.nan, math.inf, -math.inf, 0.0, -0.0, 1.0, -1.0, 0.5, -0.5, 1.5, 2.5, -2.5, 1e-30, 1e30, 0.3, -7.25]


def hashed(count, seed):
    i = torch.arange(count, dtype=torch.int64)
    h = (i * 2654435761 + seed * 40503 + 12345) % 4294967296
    h = (h * 48271) % 2147483647
    return h.double() / 2147483647 * 2 - 1


def values(shape, seed):
    n = 1
    for s in shape:
        n *= s
    return hashed(n, seed).reshape(shape) * 3


def convert(x, dtype):
    if dtype in (torch.float32, torch.float64, torch.float16, torch.bfloat16):
        return x.to(dtype)
    if dtype == torch.bool:
        return x > 0
    return (x * 4).trunc().abs().to(dtype) if dtype == torch.uint8 else (x * 4).trunc().to(dtype)


LAYOUTS = {
    "vector": lambda s: values((37,), s),
    "matrix": lambda s: values((3, 35), s),
    "cube": lambda s: values((2, 3, 4), s),
    "transposed": lambda s: values((5, 7), s).t(),
    "permuted": lambda s: values((3, 4, 5), s).permute(2, 0, 1),
    "sliced": lambda s: values((6, 9), s)[1::2, ::3],
    "expanded": lambda s: values((4, 1), s).expand(4, 6),
    "scalar": lambda s: values((), s),
    "empty": lambda s: values((0, 3), s),
    "special": lambda s: torch.tensor(SPECIAL, dtype=torch.float64),
    "specials": lambda s: torch.tensor(SPECIAL, dtype=torch.float64).repeat_interleave(16) if s == 1 else torch.tensor(SPECIAL, dtype=torch.float64).repeat(16),
}
TYPES = {"f32": torch.float32, "f64": torch.float64, "f16": torch.float16, "bf16": torch.bfloat16, "i64": torch.int64, "i32": torch.int32, "i16": torch.int16, "i8": torch.int8, "u8": torch.uint8, "b": torch.bool}
FLOATS = ["f32", "f64"]
ALL = ["f32", "f64", "i64", "i32", "u8", "b"]


def make(layout, dtype, seed):
    x = LAYOUTS[layout](seed)
    return convert_strided(x, TYPES[dtype])


def convert_strided(x, dtype):
    # to() keeps the strides of dense tensors; sliced and expanded ones are rebuilt over converted memory.
    base = x._base if x._base is not None else x
    if base is x:
        return convert(x, dtype)
    root = base
    while root._base is not None:
        root = root._base
    memory = convert(root.reshape(-1), dtype)
    return memory.as_strided(x.shape, x.stride(), x.storage_offset())


def number(v):
    if isinstance(v, bool):
        return int(v)
    if isinstance(v, int):
        return v
    if math.isnan(v):
        return "nan"
    if math.isinf(v):
        return "inf" if v > 0 else "-inf"
    return float(f"{v:.9g}") if SHORT else v


SHORT = True


def digest(t):
    global SHORT
    SHORT = t.dtype != torch.float64
    flat = t.detach().contiguous().reshape(-1)
    n = flat.numel()
    step = max(1, n // 8)
    total = (flat.double() * hashed(n, 99)).sum().item() if n else 0.0
    return [str(t.dtype).replace("torch.", ""), list(t.shape), [number(v) for v in flat[::step][:8].tolist()], number(total)]


UNARY_FLOAT = ["exp", "exp2", "expm1", "log", "log2", "log10", "log1p", "sqrt", "rsqrt", "reciprocal", "sin", "cos", "tan", "asin", "acos", "atan", "sinh", "cosh", "tanh", "asinh", "acosh", "atanh", "erf", "erfc", "erfinv", "lgamma", "digamma", "sigmoid", "deg2rad", "rad2deg"]
UNARY_SAME = ["neg", "abs", "square", "sign", "relu", "floor", "ceil", "trunc", "round", "frac"]
TESTS = ["isnan", "isinf", "isfinite", "isposinf", "isneginf", "signbit", "logical_not"]
F = torch.nn.functional
ACTIVATIONS = {
    "silu": F.silu, "gelu": F.gelu, "elu": F.elu, "selu": F.selu, "celu": lambda x: F.celu(x, 1.5), "leaky_relu": lambda x: F.leaky_relu(x, 0.1), "relu6": F.relu6, "hardsigmoid": F.hardsigmoid, "hardswish": F.hardswish,
    "hardtanh": F.hardtanh, "softplus": F.softplus, "logsigmoid": F.logsigmoid, "threshold": lambda x: F.threshold(x, 0.1, 20), "clamp": lambda x: x.clamp(-1, 1.5), "clamp_min": lambda x: x.clamp(min=0.25), "nan_to_num": lambda x: x.nan_to_num(1.0), "pow2.5": lambda x: x.pow(2.5), "pow-2": lambda x: x.pow(-2), "pow3": lambda x: x.pow(3),
}
BINARY = ["add", "sub", "mul", "div", "remainder", "fmod", "maximum", "minimum", "eq", "ne", "lt", "le", "gt", "ge", "floor_divide"]
BINARY_FLOAT = ["atan2", "hypot", "pow", "xlogy", "logaddexp", "copysign", "fmax", "fmin"]
LOGIC = ["logical_and", "logical_or", "logical_xor"]
BITS = ["bitwise_and", "bitwise_or", "bitwise_xor", "gcd"]
I = torch.tensor([2, 0, 1, 2])
REDUCTIONS = {
    "sum": lambda x: x.sum(), "sum0": lambda x: x.sum(0), "sum-1k": lambda x: x.sum(-1, keepdim=True), "any": lambda x: x.any(), "all": lambda x: x.all(), "any0": lambda x: x.any(0), "all-1": lambda x: x.all(-1),
    "max": lambda x: x.max(), "min": lambda x: x.min(), "max0": lambda x: x.max(0)[0], "argmax0": lambda x: x.max(0)[1], "min-1": lambda x: x.min(-1)[0], "argmin-1": lambda x: x.argmin(-1), "argmax": lambda x: x.argmax(), "prod": lambda x: x.prod(), "prod0": lambda x: x.prod(0),
    "cumsum": lambda x: x.cumsum(0), "cumprod": lambda x: x.cumprod(-1), "cummax": lambda x: x.cummax(0)[0], "cummaxi": lambda x: x.cummax(0)[1], "cummini": lambda x: x.cummin(-1)[1], "sort": lambda x: x.sort(-1)[0], "sorti": lambda x: x.sort(0, descending=True, stable=True)[1],
    "count_nonzero": lambda x: x.count_nonzero(),
}
REDUCTIONS_FLOAT = {
    "mean": lambda x: x.mean(), "mean0": lambda x: x.mean([0]), "var": lambda x: x.var(), "var0": lambda x: x.var(0), "std-1": lambda x: x.std(-1, unbiased=False), "norm": lambda x: x.norm(), "norm1": lambda x: x.norm(1, 0), "logsumexp": lambda x: x.logsumexp(-1), "median": lambda x: x.median(), "nansum": lambda x: x.nansum(), "softmax": lambda x: x.softmax(-1), "log_softmax": lambda x: x.log_softmax(0), "amax": lambda x: x.amax(0), "amin": lambda x: x.amin(-1, keepdim=True), "quantile": lambda x: x.quantile(torch.tensor([0.1, 0.5], dtype=x.dtype), 0), "logcumsumexp": lambda x: x.logcumsumexp(0),
}
SHAPES = {
    "flip": lambda x: x.flip(0), "roll": lambda x: x.roll(2), "rolld": lambda x: x.roll(1, -1), "repeat": lambda x: x.repeat(2, *[1] * x.dim()), "repeat_interleave": lambda x: x.repeat_interleave(2, -1), "flatten": lambda x: x.flatten(), "nonzero": lambda x: x.nonzero(), "cat": lambda x: torch.cat([x, x], -1), "stack": lambda x: torch.stack([x, x], 1), "unsqueeze": lambda x: x.unsqueeze(1), "narrow": lambda x: x.narrow(0, 1, 1), "index": lambda x: x[I], "index_select": lambda x: x.index_select(-1, I), "gather": lambda x: x.gather(0, torch.zeros_like(x, dtype=torch.int64) + 1), "mask": lambda x: x[x > 0], "masked_fill": lambda x: x.masked_fill(x > 0, 2), "take": lambda x: x.take(I), "unique": lambda x: x.unique(), "where": lambda x: torch.where(x > 0, x, x * 2), "tril": lambda x: x.tril(), "triu": lambda x: x.triu(1), "unfold": lambda x: x.unfold(-1, 2, 1), "diagonal": lambda x: x.diagonal(), "diff": lambda x: x.diff(), "chunk": lambda x: x.chunk(2, -1)[0], "to_i64": lambda x: x.long(), "to_u8": lambda x: x.to(torch.uint8), "to_b": lambda x: x.bool(), "to_f16": lambda x: x.half(), "to_bf16": lambda x: x.bfloat16(), "topk": lambda x: x.topk(2, -1)[0],
}
out = {}


def record(name, *keys, function):
    try:
        out["|".join((name,) + keys)] = digest(function())
    except (RuntimeError, IndexError, TypeError):
        pass


def main():
    for name in UNARY_FLOAT:
        for layout in ["vector", "transposed", "sliced", "special", "scalar", "empty"]:
            record(name, layout, "f32", function=lambda: getattr(torch, name)(make(layout, "f32", 1)))
        for dtype in ["f64", "i64", "f16", "b"]:
            record(name, "vector", dtype, function=lambda: getattr(torch, name)(make("vector", dtype, 1)))
        record(name, "special", "f64", function=lambda: getattr(torch, name)(make("special", "f64", 1)))
    for name in UNARY_SAME + TESTS:
        for dtype in ALL + ["i8", "i16", "f16", "bf16"]:
            record(name, "vector", dtype, function=lambda: getattr(torch, name)(make("vector", dtype, 1)))
        for layout in ["sliced", "expanded", "special", "empty"]:
            record(name, layout, "f32", function=lambda: getattr(torch, name)(make(layout, "f32", 1)))
    for name, f in ACTIVATIONS.items():
        for layout in ["vector", "permuted", "special"]:
            record(name, layout, "f32", function=lambda: f(make(layout, "f32", 1)))
        record(name, "vector", "f64", function=lambda: f(make("vector", "f64", 1)))
    for name in BINARY + LOGIC + BINARY_FLOAT + BITS:
        fn = getattr(torch, name)
        for a in ALL + ["f16", "bf16", "i8"]:
            for b in ALL:
                if a != b and b not in ("f32", "i64", "u8"):
                    continue
                record(name, "vector", a, "vector", b, function=lambda: fn(make("vector", a, 1), nonzero(make("vector", b, 2), name)))
        for x, y in [("matrix", "scalar"), ("transposed", "transposed"), ("cube", "cube"), ("expanded", "expanded"), ("sliced", "sliced"), ("scalar", "vector"), ("empty", "empty"), ("specials", "specials")]:
            record(name, x, "f32", y, "f32", function=lambda: fn(make(x, "f32", 1), make(y, "f32", 2)))
        for a, b in [("i64", "f32"), ("f32", "f64"), ("u8", "i64")]:
            record(name, "vector", a, "scalar", b, function=lambda: fn(make("vector", a, 1), nonzero(make("scalar", b, 2), name)))
    for name, f in REDUCTIONS.items():
        for layout in ["vector", "matrix", "cube", "transposed", "permuted", "sliced", "expanded", "scalar", "empty", "special"]:
            record(name, layout, "f32", function=lambda: f(make(layout, "f32", 1)))
        for dtype in ["f64", "i64", "i32", "u8", "b", "f16"]:
            record(name, "matrix", dtype, function=lambda: f(make("matrix", dtype, 1)))
    for name, f in REDUCTIONS_FLOAT.items():
        for layout in ["vector", "matrix", "cube", "transposed", "permuted", "sliced", "expanded", "scalar", "empty", "special"]:
            record(name, layout, "f32", function=lambda: f(make(layout, "f32", 1)))
        record(name, "matrix", "f64", function=lambda: f(make("matrix", "f64", 1)))
    for name, f in SHAPES.items():
        for layout in ["vector", "cube", "transposed", "permuted", "sliced", "expanded", "empty"]:
            record(name, layout, "f32", function=lambda: f(make(layout, "f32", 1)))
        for dtype in ["f64", "i64", "u8", "b"]:
            record(name, "matrix", dtype, function=lambda: f(make("matrix", dtype, 1)))
    text = ",\n".join(f"{json.dumps(k)}:{json.dumps(v, separators=(',', ':'))}" for k, v in out.items())
    pathlib.Path(__file__).with_suffix(".json").write_text("{\n" + f'"torch":{json.dumps(torch.__version__)},\n' + text + "\n}\n")


def nonzero(x, name):
    # Whole numbers divided by zero are an error.
    return x.masked_fill(x == 0, 1) if name in ("remainder", "fmod", "floor_divide") and not x.dtype.is_floating_point else x


main()
