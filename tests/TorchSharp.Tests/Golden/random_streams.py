"""Random streams of PyTorch 1.13 on the CPU, as bit patterns: python3 random_streams.py > random_streams.json"""
import json
import struct
import torch


def bits32(t):
    return [struct.unpack("<I", struct.pack("<f", v))[0] for v in t.flatten().tolist()]


def bits64(t):
    return [str(struct.unpack("<Q", struct.pack("<d", v))[0]) for v in t.flatten().tolist()]


def seeded(seed, make):
    torch.manual_seed(seed)
    return make()


def crc(values):
    h = 0
    for v in values:
        h = (h * 1000003 + int(v)) & 0xFFFFFFFFFFFFFFFF
    return str(h)


out = {
    "torch": torch.__version__,
    "rand_float": bits32(seeded(42, lambda: torch.rand(11))),
    "rand_double": bits64(seeded(42, lambda: torch.rand(5, dtype=torch.float64))),
    "uniform_float": bits32(seeded(7, lambda: torch.empty(19).uniform_(-0.37, 1.21))),
    "uniform_float_5000": crc(bits32(seeded(8, lambda: torch.empty(5000).uniform_(-0.05, 0.05)))),
    "uniform_double": bits64(seeded(7, lambda: torch.empty(6, dtype=torch.float64).uniform_(-0.37, 1.21))),
    "randn_float_small": bits32(seeded(42, lambda: torch.cat([torch.randn(5), torch.randn(4)]))),
    "randn_float_16": bits32(seeded(42, lambda: torch.randn(16))),
    "randn_float_37": bits32(seeded(3, lambda: torch.empty(37).normal_(0.5, 2.5))),
    "randn_float_10000": crc(bits32(seeded(4, lambda: torch.randn(10000)))),
    "randn_double_small": bits64(seeded(42, lambda: torch.randn(5, dtype=torch.float64))),
    "randn_double_21": bits64(seeded(42, lambda: torch.randn(21, dtype=torch.float64))),
    "randint": seeded(42, lambda: torch.randint(-5, 100, (12,))).tolist(),
    "randint_wide": [str(v) for v in seeded(42, lambda: torch.randint(0, 1 << 40, (4,))).tolist()],
    "randperm": seeded(42, lambda: torch.randperm(13)).tolist(),
    "randperm_1000": crc(seeded(42, lambda: torch.randperm(1000)).tolist()),
    "bernoulli": seeded(42, lambda: torch.empty(40).bernoulli_(0.3)).int().tolist(),
    "bernoulli_tensor": seeded(42, lambda: torch.bernoulli(torch.full((40,), 0.3))).int().tolist(),
    "dropout": bits32(seeded(42, lambda: torch.nn.functional.dropout(torch.ones(24), 0.4))),
    "exponential": bits32(seeded(42, lambda: torch.empty(7).exponential_(1.5))),
    "multinomial": seeded(42, lambda: torch.multinomial(torch.tensor([0.1, 0.4, 0.2, 0.3]), 12, True)).tolist(),
    "multinomial_without": seeded(42, lambda: torch.multinomial(torch.tensor([0.1, 0.4, 0.2, 0.3, 0.7]), 5, False)).tolist(),
    "fill_uniform": bits32(seeded(42, lambda: torch.empty(9).uniform_(-2, 3))),
    "fill_normal": bits32(seeded(42, lambda: torch.empty(9).normal_(1, 0.5))),
    "fill_cauchy": bits32(seeded(42, lambda: torch.empty(9).cauchy_(0.5, 2))),
    "fill_exponential": bits32(seeded(42, lambda: torch.empty(9).exponential_(1.5))),
    "fill_geometric": bits32(seeded(42, lambda: torch.empty(9).geometric_(0.3))),
    "fill_log_normal": bits32(seeded(42, lambda: torch.empty(9).log_normal_(0.5, 0.7))),
    "fill_random": bits32(seeded(42, lambda: torch.empty(9).random_(-5, 100))),
    "fill_bernoulli": bits32(seeded(42, lambda: torch.empty(9).bernoulli_(torch.linspace(0, 1, 9)))),
    "fill_rand_like": bits32(seeded(42, lambda: torch.rand_like(torch.empty(3, 3)))),
    "fill_randn_like": bits32(seeded(42, lambda: torch.randn_like(torch.empty(3, 3)))),
    "fill_randint_like": bits32(seeded(42, lambda: torch.randint_like(torch.empty(3, 3), -5, 100))),
    "fill_normal_of_tensors": bits32(seeded(42, lambda: torch.normal(torch.arange(9.0), torch.linspace(0.5, 1, 9)))),
    "fill_normal_of_numbers": bits32(seeded(42, lambda: torch.normal(1.0, 0.5, (9,)))),
    "poisson": crc(seeded(42, lambda: torch.poisson(torch.arange(2000.0) / 50)).int().tolist()),
    "binomial": crc(seeded(42, lambda: torch.binomial(torch.arange(2000.0) % 90, torch.arange(2000.0) / 1999)).int().tolist()),
    "state_42": crc(seeded(42, lambda: torch.get_rng_state()).tolist()),
    "state_42_after_3": crc(seeded(42, lambda: (torch.rand(3), torch.get_rng_state())[1]).tolist()),
    "state_42_after_624": crc(seeded(42, lambda: (torch.rand(624), torch.get_rng_state())[1]).tolist()),
    "state_42_after_normal": crc(seeded(42, lambda: (torch.randn(1), torch.get_rng_state())[1]).tolist()),
}
print(json.dumps(out, indent=0))
