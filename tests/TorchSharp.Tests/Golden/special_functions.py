"""Writes special_functions.json: values of special functions and windows, and the gradients of the sum of the values.

Made with PyTorch 1.13.0 on a CPU, in float64.  Run: python3 special_functions.py; with an argument it prints instead.
"""
import json
import math
import pathlib
import sys

import torch

S = torch.special
LINE = [-300.0, -30.5, -20.0, -8.25, -3.0, -2.5, -1.0, -0.5, -1e-3, 0.0, 1e-3, 0.3, 0.5, 1.0, 2.0, 2.5, 3.7, 8.25, 15.0, 19.99, 20.0, 25.0, 60.0, 300.0, math.nan]
SHARES = [0.0, 1e-300, 1e-20, 1e-4, 0.02, 0.25, 0.5, 0.75, 0.98, 0.9999, 1.0, -0.1, 1.1, math.nan]
POSITIVE = [1e-3, 0.3, 0.5, 1.0, 1.4616, 2.0, 2.5, 3.7, 8.25, 15.0, 60.0, 300.0]
BELOW = [-8.25, -3.5, -0.5, -1e-3]
ORDERS = [1e-3, 0.3, 1.0, 2.5, 8.0, 19.0, 21.0, 60.0, 300.0]
PLACES = [1e-3, 0.3, 1.0, 2.5, 8.0, 19.0, 21.0, 60.0, 300.0]


def grid(a, b):
    return [x for x in a for _ in b], [y for _ in a for y in b]


CASES = [(name, getattr(S, name), [LINE]) for name in "i0 i0e ndtr erfcx".split()]
CASES += [(name, getattr(S, name), [LINE[:-1]]) for name in ("i1", "i1e")]  # their gradient at NaN is 0.5
CASES += [("entr", S.entr, [[x for x in LINE if x != 0]]), ("ndtri", S.ndtri, [SHARES]), ("angle", torch.angle, [LINE]), ("frexp", lambda x: torch.frexp(x)[0], [[x for x in LINE if x == x]])]
CASES += [(f"polygamma{n}", lambda x, n=n: S.polygamma(n, x), [BELOW + POSITIVE]) for n in range(5)]
CASES += [(f"multigammaln{p}", lambda x, p=p: S.multigammaln(x, p), [[x + (p - 1) / 2 for x in POSITIVE]]) for p in (1, 2, 5)]
CASES += [("gammainc", lambda a, x: S.gammainc(a.detach(), x), grid(ORDERS, PLACES)), ("gammaincc", lambda a, x: S.gammaincc(a.detach(), x), grid(ORDERS, PLACES))]
CASES += [("zeta", lambda x, q: S.zeta(x.detach(), q), grid([1.5, 2.0, 3.3, 9.0, 40.0], POSITIVE)), ("xlog1py", S.xlog1py, grid([-2.0, 0.0, 0.5, 3.0], [-0.9, -1e-9, 0.0, 1e-9, 2.5]))]
WINDOWS = {name: getattr(torch, name + "_window") for name in "bartlett blackman hann hamming kaiser".split()}


def number(v):
    return "nan" if math.isnan(v) else ("inf" if v > 0 else "-inf") if math.isinf(v) else v


def numbers(t):
    return [number(v) for v in t.tolist()]


result = {"torch": torch.__version__, "functions": {}, "windows": {}}
for name, f, inputs in CASES:
    x = [torch.tensor(v, dtype=torch.float64, requires_grad=True) for v in inputs]
    y = f(*x)
    y.sum().backward()
    result["functions"][name] = {"inputs": [numbers(t.detach()) for t in x], "values": numbers(y.detach()), "grads": [None if t.grad is None else numbers(t.grad) for t in x]}
for name, f in WINDOWS.items():
    for length in (0, 1, 2, 5, 8):
        for periodic in (True, False):
            result["windows"][f"{name}|{length}|{periodic}"] = numbers(f(length, periodic=periodic, dtype=torch.float64))
text = json.dumps(result)
if len(sys.argv) > 1:
    print(text)
else:
    (pathlib.Path(__file__).parent / "special_functions.json").write_text(text + "\n")
