"""Parameters after steps of PyTorch 1.13's optimizers, float64: python3 optimizers.py > optimizers.json"""
import json
import torch
from torch import optim

STEPS = 12
# Thirteen elements: more than one SIMD block, and a rest.
START = [0.3 * i - 1.7 for i in range(13)]


def gradient(parameter, step):
    """A slope that depends on the parameter and turns over time."""
    return torch.cos(parameter * 1.3 + 0.7 * step) * 0.8 + 0.1 * parameter


def run(make):
    p = torch.tensor(START, dtype=torch.float64, requires_grad=True)
    o = make([p])
    for step in range(STEPS):
        p.grad = gradient(p.detach(), step)
        o.step()
    return p.tolist()


CASES = {
    "sgd": lambda p: optim.SGD(p, lr=0.1),
    "sgd_momentum": lambda p: optim.SGD(p, lr=0.1, momentum=0.9, weight_decay=0.01),
    "sgd_dampening": lambda p: optim.SGD(p, lr=0.1, momentum=0.8, dampening=0.3),
    "sgd_nesterov": lambda p: optim.SGD(p, lr=0.1, momentum=0.9, nesterov=True, weight_decay=0.02),
    "sgd_maximize": lambda p: optim.SGD(p, lr=0.1, momentum=0.9, maximize=True),
    "adam": lambda p: optim.Adam(p, lr=0.05),
    "adam_decay": lambda p: optim.Adam(p, lr=0.05, betas=(0.8, 0.95), eps=1e-6, weight_decay=0.1),
    "adam_amsgrad": lambda p: optim.Adam(p, lr=0.05, amsgrad=True),
    "adam_maximize": lambda p: optim.Adam(p, lr=0.05, maximize=True),
    "adamw": lambda p: optim.AdamW(p, lr=0.05, weight_decay=0.1),
    "adamw_amsgrad": lambda p: optim.AdamW(p, lr=0.05, weight_decay=0.1, amsgrad=True),
    "adagrad": lambda p: optim.Adagrad(p, lr=0.1, lr_decay=0.01, weight_decay=0.02, initial_accumulator_value=0.1),
    "adadelta": lambda p: optim.Adadelta(p, lr=1.0, rho=0.85, weight_decay=0.02),
    "adamax": lambda p: optim.Adamax(p, lr=0.02, weight_decay=0.02),
    # foreach: the other path of PyTorch 1.13 multiplies by mu once too often, which later versions mended.
    "nadam": lambda p: optim.NAdam(p, lr=0.02, weight_decay=0.02, foreach=True),
    "radam": lambda p: optim.RAdam(p, lr=0.02, weight_decay=0.02),
    "rmsprop": lambda p: optim.RMSprop(p, lr=0.02, weight_decay=0.02),
    "rmsprop_momentum": lambda p: optim.RMSprop(p, lr=0.02, momentum=0.7),
    "rmsprop_centered": lambda p: optim.RMSprop(p, lr=0.02, momentum=0.7, centered=True, alpha=0.9),
    "rprop": lambda p: optim.Rprop(p, lr=0.03),
    "asgd": lambda p: optim.ASGD(p, lr=0.05, lambd=0.01, t0=5, weight_decay=0.02),
}
out = {"torch": torch.__version__}
for name, make in CASES.items():
    out[name] = run(make)


def lbfgs(**options):
    p = torch.tensor([-1.2, 1.0, 0.7], dtype=torch.float64, requires_grad=True)
    o = optim.LBFGS([p], **options)
    losses = []

    def closure():
        o.zero_grad()
        loss = ((1 - p[:-1]) ** 2 + 5 * (p[1:] - p[:-1] ** 2) ** 2).sum()
        loss.backward()
        return loss

    for _ in range(4):
        losses.append(o.step(closure).item())
    return p.tolist() + losses


out["lbfgs"] = lbfgs(lr=0.1, max_iter=5)
out["lbfgs_history"] = lbfgs(lr=0.2, max_iter=20, history_size=3)


def schedule(make, steps=14, lr=0.1, momentum=0.5, adam=False):
    p = torch.zeros(1, requires_grad=True)
    o = optim.Adam([p], lr=lr) if adam else optim.SGD([p], lr=lr, momentum=momentum)
    s = make(o)
    rates = []
    for _ in range(steps):
        group = o.param_groups[0]
        rates += [group["lr"], group["betas"][0] if adam else group["momentum"]]
        o.step()
        s.step()
    return rates


S = optim.lr_scheduler
SCHEDULES = {
    "lambda": lambda o: S.LambdaLR(o, lambda e: 0.95 ** e),
    "multiplicative": lambda o: S.MultiplicativeLR(o, lambda e: 0.9 + 0.01 * e),
    "step": lambda o: S.StepLR(o, 3, 0.5),
    "multistep": lambda o: S.MultiStepLR(o, [2, 5], 0.1),
    "polynomial": lambda o: S.PolynomialLR(o, 7, 2.0),
    "exponential": lambda o: S.ExponentialLR(o, 0.9),
    "constant": lambda o: S.ConstantLR(o, 0.5, 3),
    "linear": lambda o: S.LinearLR(o, 0.25, 1.0, 4),
    "cosine": lambda o: S.CosineAnnealingLR(o, 5, 0.01),
    "onecycle": lambda o: S.OneCycleLR(o, 1.0, total_steps=15),
    "onecycle_linear": lambda o: S.OneCycleLR(o, 1.0, epochs=3, steps_per_epoch=5, anneal_strategy="linear", three_phase=True, pct_start=0.25),
    "cyclic": lambda o: S.CyclicLR(o, 0.01, 0.2, 4),
    "cyclic_triangular2": lambda o: S.CyclicLR(o, 0.01, 0.2, 3, 2, mode="triangular2"),
    "cyclic_exp_range": lambda o: S.CyclicLR(o, 0.01, 0.2, 3, mode="exp_range", gamma=0.9),
    "sequential": lambda o: S.SequentialLR(o, [S.ConstantLR(o, 0.1, 2), S.ExponentialLR(o, 0.9)], [4]),
    "chained": lambda o: S.ChainedScheduler([S.ConstantLR(o, 0.1, 3), S.ExponentialLR(o, 0.9)]),
}
for name, make in SCHEDULES.items():
    out["schedule_" + name] = schedule(make)
out["schedule_onecycle_adam"] = schedule(SCHEDULES["onecycle"], adam=True)
print(json.dumps(out, indent=0))
