"""Prints random cases of operations with what PyTorch makes of them, one JSON object a line:  python3 random_cases.py SEED COUNT [OPERATION]

A case has the inputs (element type, shape, values, and how the engine shall lay them out in memory), the arguments, the results, and the
gradients of the inputs for a gradient of hashed weights; or, where PyTorch refuses, the word "error". Shapes have odd sizes, single
elements, empty dimensions and batches of one; values have NaN and infinities among them.
"""
import json
import math
import random
import sys

import torch
import torch.nn.functional as F

torch.set_num_threads(1)
seed, count = int(sys.argv[1]), int(sys.argv[2])
only = sys.argv[3] if len(sys.argv) > 3 else ""
r = random.Random(seed)


def weights(n):
    i = torch.arange(n, dtype=torch.int64)
    h = (i * 2654435761 + 99 * 40503 + 12345) % 4294967296
    return (h * 48271 % 2147483647).double() / 2147483647 * 2 - 1


def written(v):
    return v if isinstance(v, (bool, int)) else "nan" if math.isnan(v) else "inf" if v == math.inf else "-inf" if v == -math.inf else v


def digest(t):
    t = torch.zeros(t.shape, dtype=t.dtype) if t._is_zerotensor() else t.detach()
    return {"type": str(t.dtype)[6:], "shape": list(t.shape), "values": [written(v) for v in t.reshape(-1).tolist()]}


class Case:
    """Draws inputs and arguments, and remembers them."""

    def __init__(self, name):
        self.inputs, self.args = [], {}
        # PyTorch's gradients of these are no better than float32.
        self.type = torch.float64 if name in ("inverse", "solve", "det", "slogdet", "group_norm", "layer_norm", "normalize", "sinc") else torch.float32 if name in ("hardsigmoid", "celu", "elu", "selu", "digamma") else r.choice([torch.float64, torch.float64, torch.float32])
        # Where zero padding meets an infinite weight, and where PyTorch divides by the element itself or runs Welford's recurrence.
        self.special = r.random() < 0.08 and not name.startswith(("conv", "prod", "var_mean", "std_mean", "layer_norm", "cumprod", "relu6", "hardtanh", "hardshrink", "softshrink", "grid_sample", "group_norm", "trapezoid", "cumulative_trapezoid", "elu", "selu", "celu", "norm", "soft_margin", "batch_norm", "mode", "copysign", "svdvals", "multi_margin", "solve", "hardswish", "special_"))

    def size(self, low=1, high=6):
        return 0 if r.random() < 0.02 else r.randint(low, high)

    def shape(self, low=0, high=4):
        return [self.size() for _ in range(r.randint(low, high))]

    def real(self, shape, low=-3.0, high=3.0, grad=True, type=None):
        n = math.prod(shape)
        v = [round(r.uniform(low, high), 3) for _ in range(n)]
        if self.special and low < 0:
            for i in range(n):
                if r.random() < 0.1:
                    v[i] = r.choice([math.nan, math.inf, -math.inf, 0.0, -0.0, 1e-30, 1e6])
        return self.add(v, shape, type or self.type, grad)

    def whole(self, shape, low, high, type=torch.int64):
        return self.add([r.randint(low, high) for _ in range(math.prod(shape))], shape, type, False)

    def truth(self, shape):
        return self.add([r.random() < 0.5 for _ in range(math.prod(shape))], shape, torch.bool, False)

    def any(self, shape):
        """Floating mostly, else another element type."""
        k = r.random()
        if k < 0.75:
            return self.real(shape)
        if k < 0.9:
            return self.whole(shape, -4, 4, r.choice([torch.int64, torch.int32, torch.int16, torch.int8]))
        if k < 0.95:
            return self.whole(shape, 0, 9, torch.uint8)
        return self.truth(shape)

    def add(self, values, shape, type, grad):
        t = torch.tensor(values, dtype=type).reshape(shape)
        layout = r.choice(["plain", "plain", "transposed", "sliced", "offset"])
        if len(shape) and shape[0] > 1 and r.random() < 0.08:
            t = t[:1].expand(shape).clone()
            layout = "expanded"
        grad = grad and t.is_floating_point()
        self.inputs.append((t.requires_grad_(grad), layout))
        return t

    def arg(self, name, value):
        self.args[name] = value
        return value

    def dim(self, x, name="dim"):
        n = max(x.dim(), 1)
        return self.arg(name, r.randint(-n, n - 1))

    def flag(self, name):
        return self.arg(name, r.random() < 0.5)

    def number(self, name, low, high):
        return self.arg(name, r.randint(low, high))

    def scalar(self, name, low=-2.0, high=2.0):
        return self.arg(name, round(r.uniform(low, high), 2))

    def word(self, name, *words):
        return self.arg(name, r.choice(words))

    def many(self, name, low, high, n):
        return self.arg(name, [r.randint(low, high) for _ in range(n)])


ops = {}


def op(f):
    ops[f.__name__] = f
    return f


def unary(name, f, low=-3.0, high=3.0, real=False):
    def draw(c):
        x = c.real(c.shape(), low, high) if real else c.any(c.shape())
        return lambda: f(x)
    ops[name] = draw


for name in ("abs neg sign square exp exp2 expm1 sin cos tan sinh cosh tanh asinh atan erf erfc sigmoid floor ceil trunc round frac sgn positive "
             "isnan isinf isfinite signbit logical_not deg2rad rad2deg sinc reciprocal sqrt rsqrt log log2 log10 log1p nan_to_num").split():
    unary(name, getattr(torch, name))
for name in "asin acos atanh erfinv".split():
    unary(name, getattr(torch, name), -0.95, 0.95, True)
unary("acosh", torch.acosh, 1.1, 4, True)
unary("lgamma", torch.lgamma, 0.2, 4, True)
unary("digamma", torch.digamma, 0.2, 4, True)
unary("logit", torch.logit, 0.05, 0.95, True)
for name in "i0 i0e i1 i1e erfcx ndtr".split():
    unary("special_" + name, getattr(torch.special, name), -4, 4, True)
unary("special_entr", torch.special.entr, 0.05, 4, True)
unary("special_ndtri", torch.special.ndtri, 0.05, 0.95, True)
unary("polygamma_2", lambda x: torch.polygamma(2, x), 0.2, 4, True)
unary("mvlgamma_3", lambda x: torch.mvlgamma(x, 3), 1.2, 4, True)
unary("angle", torch.angle)
unary("frexp", lambda x: torch.frexp(x)[0], real=True)
for name in "relu relu6 selu silu mish hardsigmoid tanhshrink softsign logsigmoid".split():
    unary(name, getattr(F, name), -7, 7, True)
# Its slope at the corners -3 and 3 differs between versions.
unary("hardswish", lambda x: F.hardswish(x + 0.0003), -7, 7, True)


def activation(name, draw):
    def make(c):
        x = c.real(c.shape(), -5, 5)
        return draw(c, x)
    ops[name] = make


def _leaky(c, x):
    s = c.scalar("a")
    return lambda: F.leaky_relu(x, s)


def _elu(c, x):
    s = c.scalar("a", 0.1, 2)
    return lambda: F.elu(x, s)


def _celu(c, x):
    s = c.scalar("a", 0.1, 2)
    return lambda: F.celu(x, s)


def _hardtanh(c, x):
    a, b = c.scalar("a", -2, 0), c.scalar("b", 0.1, 2)
    return lambda: F.hardtanh(x, a, b)


def _softplus(c, x):
    a, b = c.scalar("a", 0.5, 3), c.scalar("b", 1, 20)
    return lambda: F.softplus(x, a, b)


def _softshrink(c, x):
    a = c.scalar("a", 0, 2)
    return lambda: F.softshrink(x, a)


def _hardshrink(c, x):
    a = c.scalar("a", 0, 2)
    return lambda: F.hardshrink(x, a)


def _threshold(c, x):
    a, b = c.scalar("a"), c.scalar("b")
    return lambda: F.threshold(x, a, b)


for n, f in (("leaky_relu", _leaky), ("elu", _elu), ("celu", _celu), ("hardtanh", _hardtanh), ("softplus", _softplus),
             ("softshrink", _softshrink), ("hardshrink", _hardshrink), ("threshold", _threshold)):
    activation(n, f)
activation("gelu", lambda c, x: (lambda: F.gelu(x)))


@op
def glu(c):
    x = c.real([c.size(), 2 * r.randint(1, 3), c.size()])
    return lambda: F.glu(x, 1)


@op
def prelu(c):
    shape = c.shape(2, 4)
    x, w = c.real(shape), c.real([r.choice([1, shape[1]])])
    return lambda: F.prelu(x, w)


def along(name, f, low=0):
    def draw(c):
        x = c.real(c.shape(low))
        d = c.dim(x)
        return lambda: f(x, d)
    ops[name] = draw


along("softmax", lambda x, d: F.softmax(x, d))
along("log_softmax", lambda x, d: F.log_softmax(x, d))
along("softmin", lambda x, d: F.softmin(x, d))
along("cumsum", lambda x, d: x.cumsum(d))
along("cumprod", lambda x, d: x.cumprod(d))
along("cummax", lambda x, d: x.cummax(d))
along("cummin", lambda x, d: x.cummin(d))
along("logcumsumexp", lambda x, d: x.logcumsumexp(d))
along("flip", lambda x, d: x.flip(d))
along("diff", lambda x, d: x.diff(dim=d))
along("unsqueeze", lambda x, d: x.unsqueeze(d))
along("squeeze", lambda x, d: x.squeeze(d))
along("any", lambda x, d: x.any(d))
along("all", lambda x, d: x.all(d))
along("msort", lambda x, d: x.msort())
along("count_nonzero", lambda x, d: x.count_nonzero(d))
along("nanmean", lambda x, d: x.nanmean(d))


def reduce(name, f):
    def draw(c):
        x = c.real(c.shape())
        d, k = c.dim(x), c.flag("keepdim")
        return lambda: f(x, d, k)
    ops[name] = draw


reduce("sum", lambda x, d, k: x.sum(d, keepdim=k))
reduce("mean", lambda x, d, k: x.mean(d, keepdim=k))
reduce("prod", lambda x, d, k: x.prod(d, keepdim=k))
reduce("max", lambda x, d, k: x.max(d, keepdim=k))
reduce("min", lambda x, d, k: x.min(d, keepdim=k))
reduce("amax", lambda x, d, k: x.amax(d, keepdim=k))
reduce("amin", lambda x, d, k: x.amin(d, keepdim=k))
reduce("argmax", lambda x, d, k: x.argmax(d, keepdim=k))
reduce("argmin", lambda x, d, k: x.argmin(d, keepdim=k))
reduce("mode", lambda x, d, k: x.mode(d, keepdim=k))
reduce("logsumexp", lambda x, d, k: x.logsumexp(d, keepdim=k))
reduce("var", lambda x, d, k: x.var(d, unbiased=k, keepdim=k))
reduce("std", lambda x, d, k: x.std(d, unbiased=k, keepdim=k))
reduce("var_mean", lambda x, d, k: torch.var_mean(x.detach(), d, unbiased=True, keepdim=k))

for name in "sum mean prod max min median std var argmax argmin logsumexp0 norm all any".split():
    def whole(c, name=name):
        # Version 1.13 stumbles over the way back of the deviation of one element.
        x = c.real(c.shape(), grad=name not in ("std", "var"))
        return (lambda: x.flatten().logsumexp(0)) if name == "logsumexp0" else (lambda: getattr(x, name)())
    ops[name + "_all"] = whole


@op
def norm(c):
    x = c.real(c.shape(1))
    p, d, k = c.word("p", 0.5, 1.0, 2.0, 3.0, "inf", "-inf", 0.0), c.dim(x), c.flag("keepdim")
    return lambda: x.norm(float(p), d, k)


@op
def topk(c):
    x = c.real(c.shape(1), grad=False)
    d = c.dim(x)
    k = c.number("k", 0, x.shape[d])
    largest = c.flag("largest")
    return lambda: x.topk(k, d, largest)[0]


@op
def kthvalue(c):
    x = c.real(c.shape(1), grad=False)
    d = c.dim(x)
    k, keep = c.number("k", 1, max(1, x.shape[d])), c.flag("keepdim")
    return lambda: x.kthvalue(k, d, keep)[0]


@op
def sort(c):
    x = c.any(c.shape())
    d, down = c.dim(x), c.flag("descending")
    return lambda: x.sort(dim=d, descending=down, stable=True)


@op
def argsort(c):
    x = c.whole(c.shape(1), 0, 100000)
    d, down = c.dim(x), c.flag("descending")
    return lambda: x.sort(dim=d, descending=down, stable=True)[1]


@op
def quantile(c):
    x, q = c.real(c.shape(1), grad=False), c.real([3], 0, 1, False)
    d = c.dim(x)
    return lambda: x.quantile(q.clamp(0, 1), d)


def pair(c, low=-3.0, high=3.0):
    """Two shapes that broadcast."""
    shape = c.shape()
    a = [1 if r.random() < 0.2 else n for n in shape]
    b = [1 if r.random() < 0.2 else n for n in shape][r.randint(0, len(shape)):]
    return (a, b) if r.random() < 0.5 else (b, a)


def binary(name, f, kinds="any"):
    def draw(c):
        a, b = pair(c)
        if kinds == "any":
            x, y = c.any(a), c.any(b)
        elif kinds == "real":
            x, y = c.real(a), c.real(b)
        elif kinds == "positive":
            x, y = c.real(a, 0.2, 3), c.real(b, 0.2, 3)
        else:
            x, y = c.whole(a, -9, 9), c.whole(b, 1, 5)
        return lambda: f(x, y)
    ops[name] = draw


for name in "add sub mul div maximum minimum eq ne lt le gt ge logical_and logical_or logical_xor fmax fmin copysign".split():
    binary(name, getattr(torch, name))
for name in "fmod remainder floor_divide bitwise_and bitwise_or bitwise_xor gcd lcm bitwise_left_shift".split():
    binary(name + "_whole", getattr(torch, name), "whole")
for name in "fmod remainder logaddexp logaddexp2 xlogy heaviside atan2 hypot".split():
    binary(name, getattr(torch, name), "real")
# Has a derivative in some versions.
binary("nextafter", lambda x, y: torch.nextafter(x.detach(), y.detach()), "real")
binary("floor_divide", torch.floor_divide, "real")
binary("pow", torch.pow, "positive")
binary("pow_whole", torch.pow, "whole")
binary("dist", torch.dist, "real")
binary("lerp", lambda x, y: torch.lerp(x, y, torch.tensor(0.3, dtype=x.dtype)), "real")
binary("ldexp", torch.ldexp, "real")


@op
def pow_scalar(c):
    x, p = c.real(c.shape()), c.word("a", 0.0, 0.5, 1.0, 2.0, 3.0, -1.0, -0.5, 2.5)
    return lambda: x.pow(p)


@op
def scalar_pow(c):
    x, p = c.real(c.shape()), c.scalar("a", 0, 3)
    return lambda: torch.pow(torch.tensor(p, dtype=x.dtype), x)


@op
def clamp(c):
    x, a, b = c.any(c.shape()), c.scalar("a"), c.scalar("b")
    return lambda: x.clamp(a, b)


@op
def add_scaled(c):
    a, b = pair(c)
    x, y, k = c.real(a), c.real(b), c.scalar("a")
    return lambda: x.add(y, alpha=k)


@op
def addcmul(c):
    s = c.shape()
    x, y, z, k = c.real(s), c.real(s), c.real(s), c.scalar("a")
    return lambda: x.addcmul(y, z, value=k)


@op
def addcdiv(c):
    s = c.shape()
    x, y, z, k = c.real(s), c.real(s), c.real(s, 0.5, 2), c.scalar("a")
    return lambda: x.addcdiv(y, z, value=k)


@op
def where(c):
    a, b = pair(c)
    m, x, y = c.truth(a), c.real(a), c.real(b)
    return lambda: torch.where(m, x, y)


@op
def masked_fill(c):
    s = c.shape()
    x, m, v = c.real(s), c.truth(s), c.scalar("a")
    return lambda: x.masked_fill(m, v)


@op
def masked_select(c):
    s = c.shape()
    x, m = c.real(s), c.truth(s)
    return lambda: x.masked_select(m)


@op
def gather(c):
    s = [r.randint(1, 5) for _ in range(r.randint(1, 3))]
    x = c.real(s)
    d = c.dim(x)
    t = [r.randint(0, n) for n in s]
    t[d] = r.randint(0, 7)
    i = c.whole(t, 0, s[d] - 1)
    return lambda: x.gather(d, i)


@op
def scatter_add(c):
    s = [r.randint(1, 5) for _ in range(r.randint(1, 3))]
    x, y = c.real(s), c.real(s)
    d = c.dim(x)
    i = c.whole(s, 0, s[d] - 1)
    return lambda: x.scatter_add(d, i, y)


@op
def index_select(c):
    s = [r.randint(1, 5) for _ in range(r.randint(1, 4))]
    x = c.any(s)
    d = c.dim(x)
    i = c.whole([r.randint(0, 6)], 0, s[d] - 1)
    return lambda: x.index_select(d, i)


@op
def index_add(c):
    s = [r.randint(1, 5) for _ in range(r.randint(1, 3))]
    x = c.real(s)
    d = c.dim(x)
    n = r.randint(0, 6)
    i = c.whole([n], 0, s[d] - 1)
    t = list(s)
    t[d] = n
    y, k = c.real(t), c.scalar("a")
    return lambda: x.index_add(d, i, y, alpha=k)


@op
def index_tensors(c):
    s = [r.randint(1, 5) for _ in range(3)]
    x = c.any(s)
    i, j = c.whole([3], -s[0], s[0] - 1), c.whole([r.choice([1, 3])], -s[2], s[2] - 1)
    return lambda: x[i, :, j]


@op
def index_mask(c):
    s = c.shape(1, 3)
    x, m = c.real(s), c.truth(s[:1])
    return lambda: x[m]


@op
def slices(c):
    x = c.any([r.randint(1, 7), r.randint(1, 7)])
    a, b, s, k = c.number("start", -8, 8), c.number("stop", -8, 8), c.number("step", 1, 3), c.number("index", 0, x.shape[1] - 1)
    return lambda: x[a:b:s, k]


@op
def take_along(c):
    x = c.real([r.randint(1, 4), r.randint(1, 5)])
    i = c.whole([x.shape[0], r.randint(0, 4)], 0, x.shape[1] - 1)
    return lambda: torch.take_along_dim(x, i, 1)


@op
def cat(c):
    s = c.shape(1)
    d = r.randint(-len(s), len(s) - 1)
    c.arg("dim", d)
    parts = []
    for _ in range(r.randint(1, 3)):
        t = list(s)
        t[d] = r.randint(0, 4)
        parts.append(c.any(t))
    return lambda: torch.cat(parts, d)


@op
def stack(c):
    s = c.shape()
    d = c.arg("dim", r.randint(-len(s) - 1, len(s)))
    x, y = c.any(s), c.any(s)
    return lambda: torch.stack([x, y], d)


@op
def roll(c):
    x = c.any(c.shape(1))
    n, d = c.number("shift", -9, 9), c.dim(x)
    return lambda: x.roll(n, d)


@op
def repeat(c):
    x = c.any(c.shape(0, 3))
    t = c.many("sizes", 0, 3, x.dim() + r.randint(0, 1))
    return lambda: x.repeat(*t) if t else x.repeat([])


@op
def repeat_interleave(c):
    x = c.any(c.shape(1))
    n, d = c.number("n", 0, 3), c.dim(x)
    return lambda: x.repeat_interleave(n, d)


@op
def permute(c):
    x = c.any(c.shape())
    p = list(range(x.dim()))
    r.shuffle(p)
    c.arg("order", p)
    return lambda: x.permute(p)


@op
def unfold_dim(c):
    x = c.real(c.shape(1))
    d = c.dim(x)
    n, s = c.number("size", 0, x.shape[d]), c.number("step", 1, 3)
    return lambda: x.unfold(d, n, s)


@op
def diagonal(c):
    x, k = c.real(c.shape(2)), c.number("offset", -6, 6)
    return lambda: x.diagonal(k, -2, -1)


@op
def diag_embed(c):
    x, k = c.real(c.shape(1, 3)), c.number("offset", -3, 3)
    return lambda: x.diag_embed(k)


@op
def tril(c):
    x, k = c.any(c.shape(2)), c.number("k", -6, 6)
    return lambda: x.tril(k)


@op
def triu(c):
    x, k = c.any(c.shape(2)), c.number("k", -6, 6)
    return lambda: x.triu(k)


@op
def rot90(c):
    x, k = c.any(c.shape(2)), c.number("k", -5, 5)
    return lambda: x.rot90(k, [0, 1])


@op
def split(c):
    x = c.any(c.shape(1))
    n, d = c.number("n", 1, 4), c.dim(x)
    return lambda: x.split(n, d)


@op
def chunk(c):
    x = c.any(c.shape(1))
    n, d = c.number("n", 1, 4), c.dim(x)
    return lambda: x.chunk(n, d)


@op
def tensor_split(c):
    x = c.any(c.shape(1))
    n, d = c.number("n", 1, 4), c.dim(x)
    return lambda: x.tensor_split(n, d)


@op
def unique(c):
    x = c.whole(c.shape(), 0, 3)
    return lambda: x.unique(return_inverse=True, return_counts=True)


@op
def bincount(c):
    x, n = c.whole([c.size()], 0, 6), c.number("n", 0, 9)
    return lambda: x.bincount(minlength=n)


@op
def histc(c):
    x = c.real(c.shape(), grad=False)
    return lambda: x.histc(5, -2, 2)


@op
def searchsorted(c):
    s, x = c.real([r.randint(1, 9)], grad=False), c.real(c.shape(1), grad=False)
    right = c.flag("right")
    return lambda: torch.searchsorted(s.sort()[0], x, right=right)


@op
def nonzero(c):
    x = c.whole(c.shape(), 0, 2)
    return lambda: x.nonzero()


@op
def convert(c):
    x = c.any(c.shape())
    t = c.word("type", "float32", "float64", "int64", "int32", "int16", "int8", "uint8", "bool", "float16", "bfloat16")
    return lambda: x.clamp(-100, 100).to(getattr(torch, t)) if not (t == "uint8" or x.dtype == torch.bool) else x.abs().to(getattr(torch, t)) if x.dtype != torch.bool else x.to(getattr(torch, t))


# Products.

@op
def matmul(c):
    n, k, m = c.size(), c.size(), c.size()
    batch = c.shape(0, 2)
    kind = r.randint(0, 5)
    a = [[k], [n, k], [k], [n, k], batch + [n, k], batch + [n, k]][kind]
    b = [[k], [k], [k, m], [k, m], [k, m], batch[1:] + [k, m]][kind]
    x, y = c.real(a), c.real(b)
    return lambda: x.matmul(y)


@op
def bmm(c):
    b, n, k, m = c.size(), c.size(), c.size(), c.size()
    x, y = c.real([b, n, k]), c.real([b, k, m])
    return lambda: x.bmm(y)


@op
def addmm(c):
    n, k, m = c.size(), c.size(), c.size()
    z, x, y = c.real(r.choice([[n, m], [m], [1, m], []])), c.real([n, k]), c.real([k, m])
    a, b = c.word("a", 0.0, 0.5, -1.0, 1.0), c.word("b", 0.5, 1.0, 2.0)
    return lambda: z.addmm(x, y, beta=a, alpha=b)


@op
def baddbmm(c):
    b, n, k, m = c.size(), c.size(), c.size(), c.size()
    z, x, y = c.real([b, n, m]), c.real([b, n, k]), c.real([b, k, m])
    return lambda: z.baddbmm(x, y, beta=0.5, alpha=2)


@op
def outer(c):
    x, y = c.real([c.size()]), c.real([c.size()])
    return lambda: torch.outer(x, y)


@op
def linear(c):
    i, o = c.size(), c.size()
    x, w = c.real(c.shape(0, 3) + [i]), c.real([o, i])
    b = c.real([o]) if c.flag("bias") else None
    return lambda: F.linear(x, w, b)


@op
def bilinear(c):
    n, i, j, o = (r.randint(1, 5) for _ in range(4))
    x, y, w, b = c.real([n, i]), c.real([n, j]), c.real([o, i, j]), c.real([o])
    return lambda: F.bilinear(x, y, w, b)


@op
def einsum(c):
    i, j, k, b = c.size(), c.size(), c.size(), c.size()
    eq, s, t = r.choice([("ij,jk->ik", [i, j], [j, k]), ("bij,bjk->bik", [b, i, j], [b, j, k]), ("i,j->ij", [i], [j]), ("bij,bij->b", [b, i, j], [b, i, j]),
                         ("ij,kj->ikj", [i, j], [k, j]), ("...i,i->...", [b, j, i], [i])])
    c.arg("equation", eq)
    x, y = c.real(s), c.real(t)
    return lambda: torch.einsum(eq, x, y)


@op
def tensordot(c):
    i, j, k = c.size(), c.size(), c.size()
    x, y = c.real([i, j, k]), c.real([j, k, i])
    return lambda: torch.tensordot(x, y, [[1, 2], [0, 1]])


@op
def cdist(c):
    n, m, k = c.size(), c.size(), c.size()
    x, y = c.real([n, k]), c.real([m, k])
    p = c.word("p", 1.0, 2.0, 3.0)
    return lambda: torch.cdist(x, y, p)


@op
def kron(c):
    x, y = c.real(c.shape(1, 2)), c.real(c.shape(1, 2))
    return lambda: torch.kron(x, y)


@op
def cross(c):
    s = [c.size(), 3]
    x, y = c.real(s), c.real(s)
    return lambda: torch.cross(x, y, 1)


@op
def trapezoid(c):
    x = c.real(c.shape(1))
    d = c.dim(x)
    return lambda: torch.trapezoid(x, dim=d)


def square(c, n):
    x = c.real(c.shape(0, 1) + [n, n])
    with torch.no_grad():
        x.copy_(torch.nan_to_num(x.clamp(-3, 3)) + 4 * torch.eye(n, dtype=x.dtype))
    c.inputs[-1] = (x, "plain")
    return x


def factor(name, f):
    def draw(c):
        c.type, c.special = torch.float64, False
        x = c.real(r.choice([[], [2]]) + [r.randint(1, 4), r.randint(1, 4)])
        if c.inputs[-1][1] == "expanded":
            raise ValueError("equal rows: a matrix without the rank for a derivative")
        return lambda: f(x)
    ops[name] = draw


factor("factor_qr", torch.linalg.qr)
factor("factor_lu", torch.linalg.lu_factor)
factor("factor_plu", torch.linalg.lu)
factor("factor_svdvals", torch.linalg.svdvals)
factor("factor_pinv", torch.linalg.pinv)
factor("factor_geqrf", lambda x: torch.geqrf(x.detach()))


@op
def matrix_exp(c):
    c.type, c.special = torch.float64, False
    x = square(c, r.randint(1, 4))
    return lambda: torch.matrix_exp(x)


@op
def triangular(c):
    c.type, c.special = torch.float64, False
    n, left, upper, unit = r.randint(1, 4), c.flag("left"), c.flag("upper"), c.flag("unit")
    a = square(c, n)
    b = c.real([n, 3] if left else [3, n])
    return lambda: torch.linalg.solve_triangular(a, b, upper=upper, left=left, unitriangular=unit)


@op
def lu_solve(c):
    c.type, c.special = torch.float64, False
    n, left, adjoint = r.randint(1, 4), c.flag("left"), c.flag("adjoint")
    a = square(c, n)
    b = c.real([n, 3] if left else [3, n])
    return lambda: torch.linalg.lu_solve(*torch.linalg.lu_factor(a), b, left=left, adjoint=adjoint)


@op
def cholesky_solve(c):
    c.type, c.special = torch.float64, False
    n, upper = r.randint(1, 4), c.flag("upper")
    a = square(c, n)
    b = c.real([n, 3])
    return lambda: (torch.cholesky_solve(b, a.triu() if upper else a.tril(), upper), torch.cholesky_inverse(a.triu() if upper else a.tril(), upper))


@op
def lstsq(c):
    c.type, c.special = torch.float64, False
    m = r.randint(1, 5)
    a, b = c.real([2, m, r.randint(1, 4)]), c.real([2, m, 2])
    return lambda: torch.linalg.lstsq(a, b)[:1]


@op
def reflections(c):
    c.type, c.special = torch.float64, False
    m, left, transpose = r.randint(2, 5), c.flag("left"), c.flag("transpose")
    n = r.randint(1, m)
    a, tau, b = c.real([m, n]), c.real([n]), c.real([m, 2] if left else [2, m])
    return lambda: (torch.linalg.householder_product(a, tau), torch.ormqr(a.detach(), tau.detach(), b.detach(), left, transpose))


@op
def tensorinv(c):
    c.type, c.special = torch.float64, False
    x = c.real([2, 3, 6])
    return lambda: torch.linalg.tensorinv(x, 2)


@op
def tensorsolve(c):
    c.type, c.special = torch.float64, False
    a, b = c.real([2, 6, 3]), c.real([2, 3])
    return lambda: torch.linalg.tensorsolve(a, b, [1])


@op
def inverse(c):
    x = square(c, r.randint(1, 4))
    return lambda: torch.linalg.inv(x)


@op
def det(c):
    x = square(c, r.randint(1, 4))
    return lambda: torch.linalg.det(x)


@op
def slogdet(c):
    x = square(c, r.randint(1, 4))
    return lambda: torch.linalg.slogdet(x)[1]


@op
def solve(c):
    n = r.randint(1, 4)
    x, y = square(c, n), c.real([n, r.randint(1, 3)])
    return lambda: torch.linalg.solve(x, y)


@op
def svdvals(c):
    x = c.real([r.randint(1, 4), r.randint(1, 4)], grad=False)
    return lambda: torch.linalg.svdvals(x)


# Layers.

def image(c, channels=None, spatial=2, least=1, most=7):
    return [c.size(1, 3)] * 0 + [0 if r.random() < 0.03 else r.randint(1, 3), channels or r.randint(1, 5)] + [r.randint(least, most) for _ in range(spatial)]


@op
def conv2d(c):
    g = r.choice([1, 1, 1, 2, 3])
    i, o = g * r.randint(1, 4), g * r.randint(1, 4)
    k, s, p, d = c.many("kernel", 1, 4, 2), c.many("stride", 1, 3, 2), c.many("padding", 0, 2, 2), c.many("dilation", 1, 2, 2)
    c.arg("groups", g)
    x, w = c.real(image(c, i, 2, 1, 9)), c.real([o, i // g] + k)
    b = c.real([o]) if c.flag("bias") else None
    return lambda: F.conv2d(x, w, b, s, p, d, g)


@op
def conv2d_3x3(c):
    i, o = r.choice([(8, 8), (16, 8), (3, 16), (16, 16), (5, 7)])
    c.args.update(kernel=[3, 3], stride=[1, 1], padding=[r.randint(0, 1)] * 2, dilation=[1, 1], groups=1, bias=False)
    x, w = c.real(image(c, i, 2, 3, 13)), c.real([o, i, 3, 3])
    return lambda: F.conv2d(x, w, None, 1, c.args["padding"])


@op
def conv3d(c):
    g = r.choice([1, 1, 2])
    i, o = g * r.randint(1, 3), g * r.randint(1, 3)
    k, s, p, d = c.many("kernel", 1, 3, 3), c.many("stride", 1, 2, 3), c.many("padding", 0, 2, 3), c.many("dilation", 1, 2, 3)
    c.arg("groups", g)
    x, w = c.real(image(c, i, 3, 2, 6)[r.randint(0, 1):]), c.real([o, i // g] + k)
    b = c.real([o]) if c.flag("bias") else None
    return lambda: F.conv3d(x, w, b, s, p, d, g)


@op
def max_pool3d(c):
    k, s, d = c.many("kernel", 1, 3, 3), c.many("stride", 1, 3, 3), c.many("dilation", 1, 2, 3)
    p, ceil = c.arg("padding", [r.randint(0, n // 2) for n in k]), c.flag("ceil")
    x = c.real(image(c, None, 3, 3, 5)[r.randint(0, 1):])
    return lambda: F.max_pool3d(x, k, s, p, d, ceil, return_indices=True)


@op
def avg_pool3d(c):
    k, s, ceil, include = c.many("kernel", 1, 3, 3), c.many("stride", 1, 3, 3), c.flag("ceil"), c.flag("include")
    p, divisor = c.arg("padding", [r.randint(0, n // 2) for n in k]), c.word("divisor", 0, 0, 5)
    x = c.real(image(c, None, 3, 3, 5)[r.randint(0, 1):])
    return lambda: F.avg_pool3d(x, k, s, p, ceil, include, divisor or None)


@op
def adaptive_avg_pool3d(c):
    s = c.many("size", 1, 5, 3)
    x = c.real(image(c, None, 3, 1, 5)[r.randint(0, 1):])
    return lambda: F.adaptive_avg_pool3d(x, s)


@op
def cumulative_trapezoid(c):
    x = c.real(c.shape(1))
    d = c.dim(x)
    return lambda: torch.cumulative_trapezoid(x, dim=d)


@op
def conv1d(c):
    i, o = r.randint(1, 4), r.randint(1, 4)
    k, s, p, d = c.number("kernel", 1, 4), c.number("stride", 1, 3), c.number("padding", 0, 2), c.number("dilation", 1, 2)
    x, w, b = c.real(image(c, i, 1, 1, 9)), c.real([o, i, k]), c.real([o])
    return lambda: F.conv1d(x, w, b, s, p, d)


@op
def conv_transpose2d(c):
    g = r.choice([1, 1, 2])
    i, o = g * r.randint(1, 3), g * r.randint(1, 3)
    k, s, p, d = c.many("kernel", 1, 4, 2), c.many("stride", 1, 3, 2), c.many("padding", 0, 2, 2), c.many("dilation", 1, 2, 2)
    e = c.arg("extra", [r.randint(0, max(s[n], d[n]) - 1) for n in (0, 1)])
    c.arg("groups", g)
    x, w, b = c.real(image(c, i, 2, 3)), c.real([i, o // g] + k), c.real([o])
    return lambda: F.conv_transpose2d(x, w, b, s, p, e, g, d)


@op
def conv_transpose1d(c):
    i, o = r.randint(1, 3), r.randint(1, 3)
    k, s, p = c.number("kernel", 1, 4), c.number("stride", 1, 3), c.number("padding", 0, 1)
    x, w = c.real(image(c, i, 1, 3)), c.real([i, o, k])
    return lambda: F.conv_transpose1d(x, w, None, s, p)


@op
def max_pool2d(c):
    k, s, d = c.many("kernel", 1, 3, 2), c.many("stride", 1, 3, 2), c.many("dilation", 1, 2, 2)
    p, ceil = c.arg("padding", [r.randint(0, n // 2) for n in k]), c.flag("ceil")
    x = c.real(image(c, None, 2, 3)[r.randint(0, 1):])
    return lambda: F.max_pool2d(x, k, s, p, d, ceil, return_indices=True)


@op
def max_pool1d(c):
    k, s, ceil = c.number("kernel", 1, 3), c.number("stride", 1, 3), c.flag("ceil")
    p = c.number("padding", 0, k // 2)
    x = c.real(image(c, None, 1))
    return lambda: F.max_pool1d(x, k, s, p, 1, ceil, return_indices=True)


@op
def avg_pool2d(c):
    k, s = c.many("kernel", 1, 3, 2), c.many("stride", 1, 3, 2)
    p, ceil, include = c.arg("padding", [r.randint(0, n // 2) for n in k]), c.flag("ceil"), c.flag("include")
    x = c.real(image(c)[r.randint(0, 1):])
    return lambda: F.avg_pool2d(x, k, s, p, ceil, include)


@op
def avg_pool1d(c):
    k, s, ceil, include = c.number("kernel", 1, 3), c.number("stride", 1, 3), c.flag("ceil"), c.flag("include")
    p = c.number("padding", 0, k // 2)
    x = c.real(image(c, None, 1))
    return lambda: F.avg_pool1d(x, k, s, p, ceil, include)


@op
def adaptive_avg_pool2d(c):
    s = c.many("size", 1, 5, 2)
    x = c.real(image(c)[r.randint(0, 1):])
    return lambda: F.adaptive_avg_pool2d(x, s)


@op
def adaptive_max_pool2d(c):
    s = c.many("size", 1, 5, 2)
    x = c.real(image(c)[r.randint(0, 1):])
    return lambda: F.adaptive_max_pool2d(x, s, return_indices=True)


@op
def adaptive_avg_pool1d(c):
    s = c.number("size", 1, 5)
    x = c.real(image(c, None, 1))
    return lambda: F.adaptive_avg_pool1d(x, s)


@op
def lp_pool2d(c):
    x, p, k, ceil = c.real(image(c, None, 2, 3), 0.1, 3), c.word("p", 1.0, 2.0, 3.0), c.number("kernel", 1, 3), c.flag("ceil")
    return lambda: F.lp_pool2d(x, p, k, ceil_mode=ceil)


@op
def max_unpool2d(c):
    shape = image(c, None, 2, 2, 6)
    x = c.real(shape, grad=False)
    y, i = F.max_pool2d(x.detach(), 2, return_indices=True)
    c.inputs.clear()
    y, i = c.add(y.reshape(-1).tolist(), list(y.shape), y.dtype, True), c.add(i.reshape(-1).tolist(), list(i.shape), i.dtype, False)
    c.inputs = [(t, "plain") for t, _ in c.inputs]
    c.arg("size", shape[2:])
    return lambda: F.max_unpool2d(y, i, 2, output_size=shape[2:])


@op
def batch_norm(c):
    shape = image(c, None, r.randint(0, 3), 1, 4)
    x, w, b = c.real(shape), c.real(shape[1:2]), c.real(shape[1:2])
    m, v = c.real(shape[1:2], grad=False), c.real(shape[1:2], 0.2, 2, grad=False)
    m, v, training = m.clone(), v.clone(), c.flag("training")

    def run():
        y = torch.batch_norm(x, w, b, m, v, training, 0.2, 1e-4, False)
        return y, m, v
    return run


@op
def instance_norm(c):
    shape = image(c, None, 2, 2, 4)
    x, w, b = c.real(shape), c.real(shape[1:2]), c.real(shape[1:2])
    return lambda: F.instance_norm(x, None, None, w, b)


@op
def group_norm(c):
    g = c.number("groups", 1, 3)
    shape = image(c, g * r.randint(1, 3), r.randint(0, 3), 1, 4)
    x, w, b = c.real(shape), c.real(shape[1:2]), c.real(shape[1:2])
    return lambda: torch.group_norm(x, g, w, b)


@op
def layer_norm(c):
    shape = c.shape(1)
    n = c.number("last", 1, len(shape))
    x, w, b = c.real(shape), c.real(shape[-n:]), c.real(shape[-n:])
    return lambda: F.layer_norm(x, shape[-n:], w, b)


@op
def local_response_norm(c):
    x, n = c.real(image(c, None, r.randint(1, 2))), c.number("size", 1, 6)
    return lambda: F.local_response_norm(x, n, 0.3, 0.6, 1.5)


@op
def normalize(c):
    x, p = c.real(c.shape(1)), c.word("p", 1.0, 2.0, 3.0)
    d = c.dim(x)
    return lambda: F.normalize(x, p, d)


@op
def pad(c):
    mode = c.word("mode", "constant", "constant", "reflect", "replicate", "circular")
    x = c.real(image(c, None, 2, 3, 6))
    p = c.many("pad", -1 if mode == "constant" else 0, 2, 4)
    return lambda: F.pad(x, p, mode, 0.7) if mode == "constant" else F.pad(x, p, mode)


@op
def interpolate(c):
    mode, size = c.word("mode", "nearest", "bilinear", "bicubic", "area"), c.many("size", 1, 9, 2)
    align = c.arg("align", mode[0] == "b" and r.random() < 0.5)
    x = c.real(image(c))
    return lambda: F.interpolate(x, size, mode=mode, align_corners=align if mode[0] == "b" else None)


@op
def interpolate_by(c):
    mode, f = c.word("mode", "nearest", "bilinear", "bicubic"), c.word("factor", 0.5, 0.7, 1.5, 2.0, 2.3)
    x = c.real(image(c, None, 2, 2))
    return lambda: F.interpolate(x, scale_factor=f, mode=mode)


@op
def grid_sample(c):
    mode, padding, align = c.word("mode", "bilinear", "nearest"), c.word("padding", "zeros", "border", "reflection"), c.flag("align")
    x = c.real(image(c, None, 2, 2))
    g = c.real([x.shape[0], r.randint(1, 4), r.randint(1, 4), 2], -1.3, 1.3)
    return lambda: F.grid_sample(x, g, mode, padding, align)


@op
def affine_grid(c):
    n = r.randint(1, 3)
    x, align, size = c.real([n, 2, 3]), c.flag("align"), c.arg("size", [n, 2, r.randint(1, 5), r.randint(1, 5)])
    return lambda: F.affine_grid(x, size, align)


@op
def unfold(c):
    k, s, p, d = c.many("kernel", 1, 3, 2), c.many("stride", 1, 2, 2), c.many("padding", 0, 1, 2), c.many("dilation", 1, 2, 2)
    x = c.real(image(c, None, 2, 3))
    return lambda: F.unfold(x, k, d, p, s)


@op
def fold(c):
    k, s, p = c.many("kernel", 1, 3, 2), c.many("stride", 1, 2, 2), c.many("padding", 0, 1, 2)
    size = c.many("size", 3, 6, 2)
    n = math.prod((size[i] + 2 * p[i] - k[i]) // s[i] + 1 for i in (0, 1))
    x = c.real([r.randint(1, 2), r.randint(1, 3) * k[0] * k[1], n])
    return lambda: F.fold(x, size, k, 1, p, s)


@op
def pixel_shuffle(c):
    n = c.number("n", 1, 3)
    x = c.real([r.randint(1, 3), n * n * r.randint(1, 2), r.randint(1, 4), r.randint(1, 4)])
    return lambda: F.pixel_shuffle(x, n)


@op
def pixel_unshuffle(c):
    n = c.number("n", 1, 3)
    x = c.real([r.randint(1, 2), r.randint(1, 3), n * r.randint(1, 3), n * r.randint(1, 3)])
    return lambda: F.pixel_unshuffle(x, n)


@op
def one_hot(c):
    x = c.whole(c.shape(), 0, 3)
    return lambda: F.one_hot(x, 5)


@op
def embedding(c):
    w = c.real([r.randint(1, 5), r.randint(1, 4)], grad=False)
    i = c.whole(c.shape(), 0, w.shape[0] - 1)
    return lambda: F.embedding(i, w)


@op
def cosine_similarity(c):
    s = c.shape(1)
    x, y = c.real(s), c.real(s)
    d = c.dim(x)
    return lambda: F.cosine_similarity(x, y, d)


@op
def pairwise_distance(c):
    s = c.shape(2, 2)
    x, y, p = c.real(s), c.real(s), c.word("p", 1.0, 2.0, 3.0)
    return lambda: F.pairwise_distance(x, y, p)


# Losses.

def reduction(c):
    return c.word("reduction", "none", "mean", "sum")


@op
def cross_entropy(c):
    k = r.randint(1, 5)
    s = [c.size()] + c.shape(0, 2)
    x, t = c.real([s[0], k] + s[1:]), c.whole(s, 0, k - 1)
    w = c.real([k], 0.2, 2, grad=False) if c.flag("weighted") else None
    ignore, smooth, red = c.arg("ignore", r.choice([-100, 0, 1])), c.word("smoothing", 0.0, 0.1, 0.3), reduction(c)
    return lambda: F.cross_entropy(x, t, w, ignore_index=ignore, reduction=red, label_smoothing=smooth)


@op
def cross_entropy_of_probabilities(c):
    s = c.shape(2, 4)
    x, t = c.real(s), c.real(s, 0.01, 1)
    smooth, red = c.word("smoothing", 0.0, 0.2), reduction(c)
    return lambda: F.cross_entropy(x, t, reduction=red, label_smoothing=smooth)


@op
def nll_loss(c):
    k = r.randint(1, 5)
    s = [c.size()] + c.shape(0, 2)
    x, t = c.real([s[0], k] + s[1:]), c.whole(s, 0, k - 1)
    red = reduction(c)
    return lambda: F.nll_loss(x, t, reduction=red)


def loss(name, f, low=-3.0, high=3.0, tlow=-3.0, thigh=3.0):
    def draw(c):
        s = c.shape()
        x, t = c.real(s, low, high), c.real(s, tlow, thigh)
        red = reduction(c)
        return lambda: f(x, t, red)
    ops[name] = draw


loss("mse_loss", lambda x, t, m: F.mse_loss(x, t, reduction=m))
loss("l1_loss", lambda x, t, m: F.l1_loss(x, t, reduction=m))
loss("smooth_l1_loss", lambda x, t, m: F.smooth_l1_loss(x, t, reduction=m, beta=0.7))
loss("huber_loss", lambda x, t, m: F.huber_loss(x, t, reduction=m, delta=0.7))
loss("kl_div", lambda x, t, m: F.kl_div(x, t, reduction=m, log_target=False), tlow=0.05, thigh=1)
loss("kl_div_log", lambda x, t, m: F.kl_div(x, t, reduction=m, log_target=True))
loss("binary_cross_entropy", lambda x, t, m: F.binary_cross_entropy(x, t.detach(), reduction=m), 0.05, 0.95, 0.05, 0.95)
loss("bce_with_logits", lambda x, t, m: F.binary_cross_entropy_with_logits(x, t, reduction=m), tlow=0.0, thigh=1)
loss("poisson_nll_loss", lambda x, t, m: F.poisson_nll_loss(x, t.detach(), reduction=m, full=True), tlow=0.1, thigh=4)


@op
def soft_margin_loss(c):
    s = c.shape()
    x, t, red = c.real(s), c.whole(s, 0, 1), reduction(c)
    return lambda: F.soft_margin_loss(x, (t * 2 - 1).to(x.dtype), reduction=red)


@op
def hinge_embedding_loss(c):
    s = c.shape()
    x, t, red = c.real(s), c.whole(s, 0, 1), reduction(c)
    return lambda: F.hinge_embedding_loss(x, (t * 2 - 1).to(x.dtype), margin=0.8, reduction=red)


@op
def margin_ranking_loss(c):
    s = c.shape(1)
    x, y, t, red = c.real(s), c.real(s), c.whole(s, 0, 1), reduction(c)
    return lambda: F.margin_ranking_loss(x, y, (t * 2 - 1).to(x.dtype), 0.4, reduction=red)


@op
def multi_margin_loss(c):
    n, k = r.randint(1, 4), r.randint(1, 5)
    x, t, p, red = c.real([n, k]), c.whole([n], 0, k - 1), c.number("p", 1, 2), reduction(c)
    return lambda: F.multi_margin_loss(x, t, p, 0.9, reduction=red)


@op
def multilabel_soft_margin_loss(c):
    s = [r.randint(1, 4), r.randint(1, 5)]
    x, t, red = c.real(s), c.whole(s, 0, 1), reduction(c)
    return lambda: F.multilabel_soft_margin_loss(x, t.to(x.dtype), reduction=red)


@op
def triplet_margin_loss(c):
    s = [r.randint(1, 4), r.randint(1, 5)]
    x, y, z, swap, red = c.real(s), c.real(s), c.real(s), c.flag("swap"), reduction(c)
    return lambda: F.triplet_margin_loss(x, y, z, 0.7, swap=swap, reduction=red)


@op
def cosine_embedding_loss(c):
    n, k = r.randint(1, 4), r.randint(1, 5)
    x, y, t, red = c.real([n, k]), c.real([n, k]), c.whole([n], 0, 1), reduction(c)
    return lambda: F.cosine_embedding_loss(x, y, t * 2 - 1, 0.2, reduction=red)


@op
def gaussian_nll_loss(c):
    s = [r.randint(1, 4), r.randint(1, 5)]
    x, t, v, full, red = c.real(s), c.real(s), c.real(s, 0.1, 2), c.flag("full"), reduction(c)
    return lambda: F.gaussian_nll_loss(x, t, v, full=full, reduction=red)


# Shapes of a kind, and what puts tensors together.

for name, low in (("fliplr", 2), ("flipud", 1), ("ravel", 0), ("adjoint", 2), ("atleast_1d", 0), ("atleast_2d", 0), ("atleast_3d", 0)):
    def shaped(c, name=name, low=low):
        x = c.real(c.shape(low, 3))
        return lambda: getattr(torch, name)(x)
    ops[name] = shaped


@op
def argwhere(c):
    x = c.whole(c.shape(), 0, 1)
    return lambda: torch.argwhere(x)


@op
def diag(c):
    x, k = c.real(c.shape(1, 2)), c.number("k", -3, 3)
    return lambda: torch.diag(x, k)


@op
def diagflat(c):
    x, k = c.real(c.shape(0, 2)), c.number("k", -3, 3)
    return lambda: torch.diagflat(x, k)


def several(name, f, low=0, same=True):
    def draw(c):
        s = c.shape(low, 3)
        parts = [c.real(s if same else c.shape(low, 2)) for _ in range(r.randint(1, 3))]
        return lambda: f(parts)
    ops[name] = draw


several("hstack", torch.hstack)
several("vstack", torch.vstack)
several("dstack", torch.dstack)
several("column_stack", torch.column_stack)
several("block_diag", lambda parts: torch.block_diag(*parts), same=False)


@op
def meshgrid(c):
    parts = [c.real([c.size()]) for _ in range(r.randint(1, 3))]
    how = c.word("indexing", "ij", "xy")
    return lambda: torch.meshgrid(*parts, indexing=how)


@op
def cartesian_prod(c):
    parts = [c.real([c.size(1, 3)]) for _ in range(r.randint(1, 3))]
    return lambda: torch.cartesian_prod(*parts)


@op
def combinations(c):
    x, n, again = c.real([c.size()]), c.number("n", 0, 3), c.flag("again")
    return lambda: torch.combinations(x, n, again)


@op
def broadcast_tensors(c):
    a, b = pair(c)
    x, y = c.real(a), c.real(b)
    return lambda: torch.broadcast_tensors(x, y)


for name, low in (("hsplit", 1), ("vsplit", 2), ("dsplit", 3)):
    def parted(c, name=name, low=low):
        x, n = c.real(c.shape(low, 4)), c.number("n", 1, 3)
        return lambda: getattr(torch, name)(x, n)
    ops[name] = parted


@op
def scatter(c):
    s = [r.randint(1, 5) for _ in range(r.randint(1, 3))]
    x = c.real(s)
    d = c.dim(x)
    t = list(s)
    t[d] = 1
    y, i = c.real(t), c.whole(t, 0, s[d] - 1)
    return lambda: x.scatter(d, i, y)


@op
def index_copy(c):
    s = [r.randint(1, 5) for _ in range(r.randint(1, 3))]
    x = c.real(s)
    d = c.dim(x)
    t = list(s)
    t[d] = 1
    i, y = c.whole([1], 0, s[d] - 1), c.real(t)
    return lambda: x.index_copy(d, i, y)


@op
def index_fill(c):
    s = [r.randint(1, 5) for _ in range(r.randint(1, 3))]
    x = c.real(s)
    d = c.dim(x)
    i, v = c.whole([r.randint(0, 3)], 0, s[d] - 1), c.scalar("a")
    return lambda: x.index_fill(d, i, v)


@op
def masked_scatter(c):
    s = c.shape(1)
    x, m, y = c.real(s), c.truth(s), c.real(s)
    return lambda: x.masked_scatter(m, y)


@op
def diagonal_scatter(c):
    n, m = r.randint(1, 5), r.randint(1, 5)
    x, k = c.real([n, m]), c.number("k", 1 - n, m - 1)
    y = c.real([len(torch.zeros(n, m).diagonal(k))])
    return lambda: torch.diagonal_scatter(x, y, k)


@op
def select_scatter(c):
    s = [r.randint(1, 4) for _ in range(r.randint(1, 3))]
    x = c.real(s)
    d = c.dim(x)
    y, i = c.real(s[:d % len(s)] + s[d % len(s) + 1:]), c.number("i", -s[d], s[d] - 1)
    return lambda: torch.select_scatter(x, y, d, i)


@op
def slice_scatter(c):
    s = [r.randint(2, 6), r.randint(1, 4)]
    a, k = c.number("start", 0, s[0] - 1), c.number("step", 1, 3)
    x, y = c.real(s), c.real([len(range(a, s[0], k)), s[1]])
    return lambda: torch.slice_scatter(x, y, 0, a, None, k)


@op
def take(c):
    s = [r.randint(1, 4) for _ in range(r.randint(1, 3))]
    x, i = c.real(s), c.whole(c.shape(), -math.prod(s), math.prod(s) - 1)
    return lambda: x.take(i)


# Comparisons, statistics, searches.

binary("isclose", lambda x, y: torch.isclose(x, y, 0.3, 0.2), "real")
binary("float_power", torch.float_power, "positive")


@op
def isin(c):
    x, y = c.whole(c.shape(), 0, 6), c.whole([c.size()], 0, 6)
    return lambda: torch.isin(x, y)


@op
def bucketize(c):
    x, b, right = c.real(c.shape(), grad=False), c.real([c.size()], grad=False), c.flag("right")
    return lambda: torch.bucketize(x, b.sort()[0], right=right)


@op
def unique_consecutive(c):
    x = c.whole([c.size()], 0, 2)
    return lambda: x.unique_consecutive(return_inverse=True, return_counts=True)


@op
def nansum(c):
    x = c.real(c.shape())
    return lambda: x.nansum()


@op
def nanmedian(c):
    x = c.real(c.shape())
    return lambda: x.nanmedian()


reduce("aminmax", lambda x, d, k: torch.aminmax(x.detach(), dim=d, keepdim=k))
reduce("std_mean", lambda x, d, k: torch.std_mean(x.detach(), d, unbiased=True, keepdim=k))


@op
def cov(c):
    x, k = c.real([r.randint(1, 4), r.randint(2, 5)]), c.number("correction", 0, 1)
    return lambda: x.cov(correction=k)


@op
def corrcoef(c):
    x = c.real([r.randint(1, 4), r.randint(3, 6)])
    return lambda: x.corrcoef()


@op
def renorm(c):
    x = c.real([r.randint(1, 4), r.randint(1, 4)])
    p, d = c.word("p", 1.0, 2.0, 3.0), c.dim(x)
    return lambda: x.renorm(p, d, 1.5)


# More products, and functions of matrices.

@op
def vander(c):
    x, n = c.real([c.size()], grad=False), c.number("n", 0, 4)
    return lambda: torch.vander(x, n)


@op
def dot(c):
    n = c.size()
    x, y = c.real([n]), c.real([n])
    return lambda: x.dot(y)


@op
def mv(c):
    n, m = c.size(), c.size()
    x, y = c.real([n, m]), c.real([m])
    return lambda: x.mv(y)


@op
def addmv(c):
    n, m = c.size(), c.size()
    z, x, y = c.real([n]), c.real([n, m]), c.real([m])
    return lambda: z.addmv(x, y, beta=0.5, alpha=2)


@op
def addr(c):
    n, m = c.size(), c.size()
    z, x, y = c.real([n, m]), c.real([n]), c.real([m])
    return lambda: z.addr(x, y, beta=0.5, alpha=2)


@op
def addbmm(c):
    b, n, k, m = (c.size() for _ in range(4))
    z, x, y = c.real([n, m]), c.real([b, n, k]), c.real([b, k, m])
    return lambda: z.addbmm(x, y, beta=0.5, alpha=2)


@op
def multi_dot(c):
    sizes = [r.randint(1, 5) for _ in range(r.randint(3, 5))]
    parts = [c.real([a, b]) for a, b in zip(sizes, sizes[1:])]
    return lambda: torch.linalg.multi_dot(parts)


@op
def matrix_power(c):
    n, k = r.randint(1, 4), c.number("k", 0, 4)
    x = c.real([n, n])
    return lambda: x.matrix_power(k)


@op
def cholesky(c):
    n = r.randint(1, 4)
    x = c.real([n, n])
    return lambda: torch.linalg.cholesky(x @ x.mT + 2 * torch.eye(n, dtype=x.dtype))


@op
def pinv(c):
    x = c.real([r.randint(1, 4), r.randint(1, 4)], grad=False)
    return lambda: torch.linalg.pinv(x)


@op
def eigvalsh(c):
    n = r.randint(1, 4)
    x = c.real([n, n], grad=False)
    return lambda: torch.linalg.eigvalsh(x + x.mT)


@op
def vector_norm(c):
    x, p = c.real(c.shape(1), grad=False), c.word("p", 1.0, 2.0, 3.0, "inf", "-inf", 0.0)
    d = c.dim(x)
    return lambda: torch.linalg.vector_norm(x, float(p), d)


@op
def matrix_norm(c):
    x, p = c.real([r.randint(1, 3), r.randint(1, 4), r.randint(1, 4)], grad=False), c.word("p", "fro", "nuc")
    return lambda: torch.linalg.matrix_norm(x, p)


@op
def vecdot(c):
    s = c.shape(1)
    x, y = c.real(s), c.real(s)
    return lambda: torch.linalg.vecdot(x, y)


# Sequences of numbers.

@op
def linspace(c):
    a, b, n = c.scalar("a"), c.scalar("b"), c.number("n", 0, 9)
    return lambda: torch.linspace(a, b, n, dtype=torch.float64)


@op
def logspace(c):
    a, b, n, base = c.scalar("a"), c.scalar("b"), c.number("n", 0, 9), c.word("base", 2.0, 10.0)
    return lambda: torch.logspace(a, b, n, base, dtype=torch.float64)


@op
def arange(c):
    a, b, k = c.scalar("a"), c.scalar("b", 2, 9), c.word("step", 0.5, 1.0, 2.0, 0.3)
    return lambda: torch.arange(a, b, k, dtype=torch.float64)


@op
def tril_indices(c):
    n, m, k = c.number("n", 0, 4), c.number("m", 0, 4), c.number("k", -3, 3)
    return lambda: torch.tril_indices(n, m, k)


@op
def triu_indices(c):
    n, m, k = c.number("n", 0, 4), c.number("m", 0, 4), c.number("k", -3, 3)
    return lambda: torch.triu_indices(n, m, k)


# Layers in one dimension, padding by name, and losses with weights.

@op
def conv1d_padding(c):
    i, o = r.randint(1, 3), r.randint(1, 3)
    k, d, p = c.number("kernel", 1, 4), c.number("dilation", 1, 2), c.word("padding", "same", "valid")
    x, w = c.real(image(c, i, 1, 8, 9)), c.real([o, i, k])
    return lambda: F.conv1d(x, w, None, 1, p, d)


@op
def conv2d_padding(c):
    i, o = r.randint(1, 3), r.randint(1, 3)
    k, d, p = c.many("kernel", 1, 4, 2), c.many("dilation", 1, 2, 2), c.word("padding", "same", "valid")
    x, w = c.real(image(c, i, 2, 8, 9)), c.real([o, i] + k)
    return lambda: F.conv2d(x, w, None, 1, p, d)


@op
def conv3d_padding(c):
    i, o = r.randint(1, 2), r.randint(1, 2)
    k, p = c.many("kernel", 1, 3, 3), c.word("padding", "same", "valid")
    x, w = c.real(image(c, i, 3, 4, 5)), c.real([o, i] + k)
    return lambda: F.conv3d(x, w, None, 1, p)


@op
def adaptive_max_pool1d(c):
    s, x = c.number("size", 1, 5), c.real(image(c, None, 1))
    return lambda: F.adaptive_max_pool1d(x, s, return_indices=True)


@op
def lp_pool1d(c):
    x, p, k, ceil = c.real(image(c, None, 1, 3), 0.1, 3), c.word("p", 1.0, 2.0, 3.0), c.number("kernel", 1, 3), c.flag("ceil")
    return lambda: F.lp_pool1d(x, p, k, ceil_mode=ceil)


@op
def channel_shuffle(c):
    g = c.number("groups", 1, 3)
    # Version 1.13 has no derivative of it.
    x = c.real(image(c, g * r.randint(1, 3)), grad=False)
    return lambda: torch.nn.ChannelShuffle(g)(x)


@op
def interpolate_line(c):
    mode, n = c.word("mode", "nearest", "linear", "area"), c.number("size", 1, 9)
    align = c.arg("align", mode == "linear" and r.random() < 0.5)
    x = c.real(image(c, None, 1))
    return lambda: F.interpolate(x, n, mode=mode, align_corners=align if mode == "linear" else None)


@op
def interpolate_volume(c):
    mode, size = c.word("mode", "nearest", "trilinear", "area"), c.many("size", 1, 5, 3)
    align = c.arg("align", mode == "trilinear" and r.random() < 0.5)
    x = c.real(image(c, None, 3, 1, 4))
    return lambda: F.interpolate(x, size, mode=mode, align_corners=align if mode == "trilinear" else None)


@op
def instance_norm_running(c):
    shape = image(c, None, r.randint(1, 3), 2, 4)
    x, w, b = c.real(shape), c.real(shape[1:2]), c.real(shape[1:2])
    m, v = c.real(shape[1:2], grad=False).clone(), c.real(shape[1:2], 0.2, 2, grad=False).clone()
    batch = c.flag("batch")

    def run():
        y = F.instance_norm(x, m, v, w, b, use_input_stats=batch, momentum=0.2)
        return y, m, v
    return run


@op
def nll_loss_weighted(c):
    k = r.randint(1, 5)
    s = [c.size()] + c.shape(0, 2)
    x, t, w = c.real([s[0], k] + s[1:]), c.whole(s, 0, k - 1), c.real([k], 0.2, 2, grad=False)
    red = reduction(c)
    return lambda: F.nll_loss(x, t, w, reduction=red)


@op
def bce_weighted(c):
    s = [r.randint(1, 4), r.randint(1, 4)]
    x, t, w, red = c.real(s, 0.05, 0.95), c.real(s, 0.05, 0.95, grad=False), c.real(s, 0.2, 2, grad=False), reduction(c)
    return lambda: F.binary_cross_entropy(x, t, w, reduction=red)


@op
def bce_with_logits_weighted(c):
    s = [r.randint(1, 4), r.randint(1, 4)]
    x, t, w, p, red = c.real(s), c.real(s, 0, 1, grad=False), c.real(s, 0.2, 2, grad=False), c.real(s[1:], 0.2, 3, grad=False), reduction(c)
    return lambda: F.binary_cross_entropy_with_logits(x, t, w, reduction=red, pos_weight=p)


@op
def multi_label_margin_loss(c):
    n, k = r.randint(1, 4), r.randint(1, 5)
    x, t, red = c.real([n, k]), c.whole([n, k], -1, k - 1), reduction(c)
    return lambda: F.multilabel_margin_loss(x, t, reduction=red)


@op
def triplet_margin_with_distance_loss(c):
    s = [r.randint(1, 4), r.randint(1, 5)]
    x, y, z, swap, red = c.real(s), c.real(s), c.real(s), c.flag("swap"), reduction(c)
    return lambda: F.triplet_margin_with_distance_loss(x, y, z, margin=0.7, swap=swap, reduction=red)


@op
def embedding_padding(c):
    n, m = r.randint(1, 5), r.randint(1, 4)
    w = c.real([n, m], grad=False)
    p, i = c.number("padding", 0, n - 1), c.whole(c.shape(), 0, n - 1)
    return lambda: F.embedding(i, w, padding_idx=p)


def integers(c, *shapes):
    type = r.choice([torch.int64, torch.int64, torch.int32, torch.int16, torch.int8, torch.uint8])
    return [c.whole(shape, 0 if type == torch.uint8 else -9, 9, type) for shape in shapes]


@op
def conv1d_of_integers(c):
    i, o = r.randint(1, 4), r.randint(1, 4)
    s, p, d = c.number("stride", 1, 3), c.number("padding", 0, 2), c.number("dilation", 1, 2)
    x, w, b = integers(c, image(c, i, 1, 2, 9), [o, i, r.randint(1, 3)], [o])
    return lambda: F.conv1d(x, w, b, s, p, d)


@op
def conv2d_of_integers(c):
    g = r.choice([1, 1, 2, 3])
    i, o = g * r.randint(1, 4), g * r.randint(1, 4)
    k, s, p, d = c.many("kernel", 1, 4, 2), c.many("stride", 1, 3, 2), c.many("padding", 0, 2, 2), c.arg("dilation", r.choice([[1, 1], [1, 1], [2, 1]]))
    c.arg("groups", g)
    x, w, b = integers(c, image(c, i, 2, 1, 9), [o, i // g] + k, [o])
    return lambda: F.conv2d(x, w, b, s, p, d, g)


@op
def conv3d_of_integers(c):
    g = r.choice([1, 1, 2])
    i, o = g * r.randint(1, 3), g * r.randint(1, 3)
    k, s, p, d = c.many("kernel", 1, 3, 3), c.many("stride", 1, 2, 3), c.many("padding", 0, 2, 3), c.arg("dilation", r.choice([[1, 1, 1], [1, 1, 1], [2, 1, 1]]))
    c.arg("groups", g)
    x, w, b = integers(c, image(c, i, 3, 2, 6), [o, i // g] + k, [o])
    return lambda: F.conv3d(x, w, b, s, p, d, g)


@op
def conv_transpose2d_of_integers(c):
    g = r.choice([1, 1, 2])
    i, o = g * r.randint(1, 3), r.randint(1, 3)
    k, s, p, e, d = c.many("kernel", 1, 4, 2), c.many("stride", 1, 3, 2), c.many("padding", 0, 1, 2), c.arg("extra", [0, 0]), c.many("dilation", 1, 2, 2)
    c.arg("groups", g)
    x, w, b = integers(c, [r.randint(1, 2), i, r.randint(2, 6), r.randint(2, 6)], [i, o] + k, [o * g])
    return lambda: F.conv_transpose2d(x, w, b, s, p, e, g, d)


@op
def linear_of_integers(c):
    i, o = r.randint(1, 6), r.randint(1, 6)
    x, w, b = integers(c, c.shape(0, 2) + [i], [o, i], [o])
    return lambda: F.linear(x, w, b)


@op
def interpolate_of_bytes(c):
    n = r.randint(1, 3)
    size = c.many("size", 1, 9, n)
    c.args.update(mode="nearest", align=False)
    x = c.whole(image(c, None, n), 0, 255, torch.uint8)
    return lambda: F.interpolate(x, size)


names = [n for n in sorted(ops) if only in n]
for _ in range(count):
    name = r.choice(names)
    c = Case(name)
    line = {"op": name}
    try:
        run = ops[name](c)
    except (RuntimeError, IndexError, ValueError):
        continue
    line["inputs"] = [dict(digest(t), layout=layout, grad=t.requires_grad) for t, layout in c.inputs]
    line["args"] = c.args
    try:
        out = run()
        outs = list(out) if isinstance(out, (tuple, list)) else [out]
        line["results"] = [digest(t) for t in outs]
        tops = [t for t in outs if t.requires_grad]
        if tops:
            sum((t.double().flatten() * weights(t.numel())).sum() for t in tops).backward()
            line["grads"] = [digest(t.grad) if t.grad is not None else None for t, _ in c.inputs]
    except (RuntimeError, IndexError, ValueError) as e:
        line["error"] = str(e).split("\n")[0][:160]
    print(json.dumps(line))
