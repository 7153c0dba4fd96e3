"""Draws in float16 and bfloat16 of PyTorch 2.14 on the CPU: python3 half_draws.py > half_draws.json

Of each draw the bits of the first elements, a hash of all, and the float32 number that is drawn next. PyTorch 2.6 draws
fewer random bits for these types.
"""
import json
import struct
import torch
import torch.nn.functional as F


def ramp(n, dtype):
    return ((torch.arange(n) % 65 - 32) / 32).to(dtype)


DRAWS = {
    "rand": lambda n, t: torch.rand(n, dtype=t),
    "randn": lambda n, t: torch.randn(n, dtype=t),
    "randn_like": lambda n, t: torch.randn_like(torch.empty(n, dtype=t)),
    "normal": lambda n, t: torch.empty(n, dtype=t).normal_(1.3, 0.7),
    "normal_transposed": lambda n, t: torch.empty(n // 2, 2, dtype=t).T.normal_(1.3, 0.7),
    "normal_of_numbers": lambda n, t: torch.normal(0.1, 0.3, (n,), dtype=t),
    "normal_of_tensors": lambda n, t: torch.normal(ramp(n, t), ramp(n, t) + 2),
    "uniform": lambda n, t: torch.empty(n, dtype=t).uniform_(-2.1, 3.3),
    "cauchy": lambda n, t: torch.empty(n, dtype=t).cauchy_(0.5, 2),
    "exponential": lambda n, t: torch.empty(n, dtype=t).exponential_(1.5),
    "geometric": lambda n, t: torch.empty(n, dtype=t).geometric_(0.3),
    "log_normal": lambda n, t: torch.empty(n, dtype=t).log_normal_(0.5, 0.7),
    "random": lambda n, t: torch.empty(n, dtype=t).random_(-5, 100),
    "randint": lambda n, t: torch.randint(-5, 100, (n,), dtype=t),
    "bernoulli": lambda n, t: torch.empty(n, dtype=t).bernoulli_(0.3),
    "bernoulli_of_tensor": lambda n, t: torch.empty(n, dtype=t).bernoulli_((ramp(n, t) + 1) / 2),
    "bernoulli_of_own": lambda n, t: torch.bernoulli((ramp(n, t) + 1) / 2),
    "dropout": lambda n, t: F.dropout(ramp(n, t), 0.4),
    "rrelu": lambda n, t: F.rrelu(ramp(n, t), training=True),
}


def draw(make, n, dtype):
    torch.manual_seed(42)
    values = make(n, dtype).contiguous().view(torch.int16).flatten().tolist()
    crc = 0
    for v in values:
        crc = (crc * 1000003 + (v & 0xFFFF)) & 0xFFFFFFFFFFFFFFFF
    return {"first": [v & 0xFFFF for v in values[:20]], "hash": str(crc), "next": struct.unpack("<I", struct.pack("<f", torch.rand(1).item()))[0]}


out = {"torch": torch.__version__}
for name, make in DRAWS.items():
    for dtype in (torch.bfloat16,) if name == "rrelu" else (torch.float16, torch.bfloat16):
        for n in (10, 16, 41, 5000) if name != "normal_transposed" else (10, 42):
            out[f"{name} {str(dtype)[6:]} {n}"] = draw(make, n, dtype)
print("{\n" + ",\n".join(f"{json.dumps(k)}: {json.dumps(v)}" for k, v in out.items()) + "\n}")
