"""Outputs and gradients of PyTorch 1.13's modules and functions, float64: python3 modules.py > modules.json

Input number k of a case has the elements 1.5 sin(1.7 i + k + 0.3); the loss is the sum of the output's elements times
cos(0.9 j). Both sides make the inputs by these formulas, so that only results are stored, and of a result with more
than eight elements only its sums weighted with cos(0.37 (k + 1) i + k), k from 0 to 4.
"""
import json
import math
import torch
import torch.nn.functional as F
from torch import nn


def values(shape, k):
    count = math.prod(shape)
    return torch.tensor([1.5 * math.sin(1.7 * i + k + 0.3) for i in range(count)], dtype=torch.float64).reshape(shape)


def short(t):
    elements = t.detach().flatten().tolist()
    if len(elements) > 8:
        elements = [sum(v * math.cos(0.37 * (k + 1) * i + k) for i, v in enumerate(elements)) for k in range(5)]
    return [float("%.13g" % v) for v in elements]


def run(shapes, function):
    inputs = [values(shape, k).requires_grad_() for k, shape in enumerate(shapes)]
    out = function(*inputs)
    weights = torch.tensor([math.cos(0.9 * j) for j in range(out.numel())], dtype=torch.float64).reshape(out.shape)
    (out * weights).sum().backward()
    return {"out": short(out), "grads": [short(t.grad if t.grad is not None else torch.zeros_like(t)) for t in inputs]}


def filled(module):
    """All parameters by the formula, the k-th with phase 10 + k."""
    module = module.double()
    with torch.no_grad():
        for k, p in enumerate(module.parameters()):
            p.copy_(values(p.shape, 10 + k) * 0.4)
    return module


def prob(t):
    return torch.sigmoid(t)


A = (2, 3, 4)
I = (2, 3, 5, 4)
idx = torch.tensor([1, 0, 3])
idx2 = torch.tensor([[1, 0, 2, 2], [2, 1, 0, 1]])
sign = torch.tensor([1.0, -1.0, 1.0], dtype=torch.float64)
w4 = torch.tensor([0.5, 1.5, 2.0, 0.7], dtype=torch.float64)
CASES = {}
for name, f in {
    "relu": F.relu, "relu6": lambda x: F.relu6(4 * x), "leaky_relu": lambda x: F.leaky_relu(x, 0.2), "elu": lambda x: F.elu(x, 0.7),
    "selu": F.selu, "gelu": F.gelu, "gelu_tanh": lambda x: F.gelu(x, approximate="tanh"),
    # PyTorch's own gradients of celu and hardsigmoid hold constants in float32: the formulas instead.
    "celu": lambda x: torch.where(x > 0, x, 1.3 * torch.expm1(x / 1.3)), "hardsigmoid": lambda x: (3 * x + 3).clamp(0, 6) / 6,
    "silu": F.silu, "mish": F.mish, "sigmoid": torch.sigmoid, "logsigmoid": lambda x: F.logsigmoid(20 * x), "tanh": torch.tanh,
    "softplus": lambda x: F.softplus(x, 2, 2.5), "softsign": F.softsign, "softshrink": lambda x: F.softshrink(x, 0.4),
    "hardshrink": lambda x: F.hardshrink(x, 0.4), "tanhshrink": F.tanhshrink, "hardtanh": lambda x: F.hardtanh(x, -0.5, 0.8),
    "hardswish": lambda x: F.hardswish(3 * x), "threshold": lambda x: F.threshold(x, 0.2, -1),
    "glu": lambda x: F.glu(x, -1), "softmax": lambda x: F.softmax(x, 1), "log_softmax": lambda x: F.log_softmax(x, -1),
    "softmin": lambda x: F.softmin(x, 0), "rrelu_eval": lambda x: F.rrelu(x),
    "softmax2d": lambda x: nn.Softmax2d()(x),
}.items():
    CASES[name] = ([A], f)
CASES.update({
    "prelu": ([A, (3,)], F.prelu),
    "group_norm": ([I[:1] + (4, 3), (4,), (4,)], lambda x, w, b: F.group_norm(x, 2, w, b)),
    "layer_norm": ([A, (3, 4), (3, 4)], lambda x, w, b: F.layer_norm(x, [3, 4], w, b)),
    "instance_norm": ([I, (3,), (3,)], lambda x, w, b: F.instance_norm(x, weight=w, bias=b)),
    "batch_norm_1d": ([(5, 3), (3,), (3,)], lambda x, w, b: F.batch_norm(x, None, None, w, b, True)),
    "batch_norm_eval": ([I], lambda x: F.batch_norm(x, values((3,), 20), values((3,), 21).abs() + 0.1, None, None, False)),
    "local_response_norm": ([I], lambda x: F.local_response_norm(x, 2, 0.5, 0.75, 2)),
    "normalize": ([A], lambda x: F.normalize(x, dim=1)),
    "normalize_1": ([A], lambda x: F.normalize(x, p=1, dim=2)),
    "max_pool1d": ([(2, 3, 9)], lambda x: F.max_pool1d(x, 3, 2, 1)),
    "avg_pool1d": ([(2, 3, 9)], lambda x: F.avg_pool1d(x, 3, 2, 1, count_include_pad=False)),
    "avg_pool2d_ceil": ([I], lambda x: F.avg_pool2d(x, 2, 2, ceil_mode=True)),
    "max_pool2d_ceil": ([I], lambda x: F.max_pool2d(x, (3, 2), 2, 1, ceil_mode=True)),
    "adaptive_avg_pool1d": ([(2, 3, 9)], lambda x: F.adaptive_avg_pool1d(x, 4)),
    "adaptive_max_pool1d": ([(2, 3, 9)], lambda x: F.adaptive_max_pool1d(x, 4)),
    "adaptive_max_pool2d": ([I], lambda x: F.adaptive_max_pool2d(x, (2, 3))),
    "lp_pool1d": ([(2, 3, 8)], lambda x: F.lp_pool1d(x, 2, 2)),
    "lp_pool2d": ([I], lambda x: F.lp_pool2d(x, 2, 2, 1)),
    "max_unpool2d": ([(2, 3, 4, 4)], lambda x: F.max_unpool2d(*F.max_pool2d(x, 2, return_indices=True), 2)),
    "max_unpool1d": ([(2, 3, 8)], lambda x: F.max_unpool1d(*F.max_pool1d(x, 2, return_indices=True), 2)),
    "pad_reflect": ([I], lambda x: F.pad(x, (2, 1, 1, 3), "reflect")),
    "pad_replicate": ([I], lambda x: F.pad(x, (2, 1, 1, 3), "replicate")),
    "pad_circular": ([I], lambda x: F.pad(x, (2, 1, 1, 3), "circular")),
    "pad_constant": ([A], lambda x: F.pad(x, (1, 0, 0, 2), value=0.5)),
    "upsample_nearest": ([I], lambda x: F.interpolate(x, scale_factor=(1.5, 2))),
    "upsample_bilinear": ([I], lambda x: F.interpolate(x, size=(7, 6), mode="bilinear")),
    "upsample_bilinear_corners": ([I], lambda x: F.interpolate(x, size=(7, 6), mode="bilinear", align_corners=True)),
    "upsample_bicubic": ([I], lambda x: F.interpolate(x, scale_factor=1.7, mode="bicubic")),
    "upsample_linear": ([(2, 3, 5)], lambda x: F.interpolate(x, scale_factor=2.5, mode="linear")),
    "upsample_area": ([I], lambda x: F.interpolate(x, size=(3, 2), mode="area")),
    "pixel_shuffle": ([(2, 8, 2, 3)], lambda x: F.pixel_shuffle(x, 2)),
    "pixel_unshuffle": ([(2, 2, 4, 6)], lambda x: F.pixel_unshuffle(x, 2)),
    "unfold": ([I], lambda x: F.unfold(x, (2, 3), dilation=(2, 1), padding=1, stride=(1, 2))),
    "fold": ([(2, 18, 8)], lambda x: F.fold(x, (5, 4), (2, 3), padding=(0, 1), stride=(1, 2))),
    "affine_grid": ([(2, 2, 3)], lambda t: F.affine_grid(t, (2, 1, 3, 4), align_corners=False)),
    "affine_grid_corners": ([(2, 2, 3)], lambda t: F.affine_grid(t, (2, 1, 3, 4), align_corners=True)),
    "grid_sample": ([I, (2, 3, 2, 2)], lambda x, g: F.grid_sample(x, g, align_corners=False)),
    "grid_sample_corners": ([I, (2, 3, 2, 2)], lambda x, g: F.grid_sample(x, g, align_corners=True)),
    "grid_sample_border": ([I, (2, 3, 2, 2)], lambda x, g: F.grid_sample(x, g, padding_mode="border", align_corners=False)),
    "grid_sample_reflection": ([I, (2, 3, 2, 2)], lambda x, g: F.grid_sample(x, 2 * g, padding_mode="reflection", align_corners=False)),
    "grid_sample_reflection_corners": ([I, (2, 3, 2, 2)], lambda x, g: F.grid_sample(x, 2 * g, padding_mode="reflection", align_corners=True)),
    "grid_sample_nearest": ([I, (2, 3, 2, 2)], lambda x, g: F.grid_sample(x, g, mode="nearest", align_corners=False)),
    "bilinear": ([(2, 4, 3), (2, 4, 2), (5, 3, 2), (5,)], F.bilinear),
    "cosine_similarity": ([A, A], lambda a, b: F.cosine_similarity(a, b, dim=1)),
    "pairwise_distance": ([(3, 4), (3, 4)], lambda a, b: F.pairwise_distance(a, b, p=2)),
    "pairwise_distance_1": ([(3, 4), (3, 4)], lambda a, b: F.pairwise_distance(a, b, p=1, keepdim=True)),
    "conv1d": ([(2, 4, 9), (6, 2, 3), (6,)], lambda x, w, b: F.conv1d(x, w, b, 2, 1, 2, 2)),
    "conv2d_same": ([I, (4, 3, 2, 3), (4,)], lambda x, w, b: F.conv2d(x, w, b, padding="same", dilation=(1, 1))),
    "conv_transpose1d": ([(2, 4, 5), (4, 3, 3), (3,)], lambda x, w, b: F.conv_transpose1d(x, w, b, 2, 1, 1)),
    "conv_transpose2d": ([(2, 4, 3, 3), (4, 2, 3, 2), (4,)], lambda x, w, b: F.conv_transpose2d(x, w, b, 2, (1, 0), (0, 1), 2)),
    # losses
    "mse_loss": ([A, A], F.mse_loss),
    "mse_loss_none": ([A, A], lambda a, b: F.mse_loss(a, b, reduction="none")),
    "mse_loss_sum": ([A, A], lambda a, b: F.mse_loss(a, b, reduction="sum")),
    "l1_loss": ([A, A], F.l1_loss),
    "smooth_l1_loss": ([A, A], lambda a, b: F.smooth_l1_loss(a, b, beta=0.7)),
    "huber_loss": ([A, A], lambda a, b: F.huber_loss(a, b, delta=0.7)),
    "kl_div": ([A, A], lambda a, b: F.kl_div(F.log_softmax(a, 1), F.softmax(b, 1))),
    "kl_div_log": ([A, A], lambda a, b: F.kl_div(F.log_softmax(a, 1), F.log_softmax(b, 1), log_target=True, reduction="sum")),
    "poisson_nll_loss": ([A, A], lambda a, b: F.poisson_nll_loss(a, (3 * b).exp().detach().round(), full=True)),
    "poisson_nll_loss_rate": ([A, A], lambda a, b: F.poisson_nll_loss(a.exp(), b.exp().detach(), log_input=False)),
    "gaussian_nll_loss": ([A, A, A], lambda a, b, v: F.gaussian_nll_loss(a, b, v.abs(), full=True, eps=0.25)),
    "hinge_embedding_loss": ([(3,)], lambda x: F.hinge_embedding_loss(x, sign, margin=0.6)),
    "soft_margin_loss": ([(3,)], lambda x: F.soft_margin_loss(x, sign)),
    "margin_ranking_loss": ([(3,), (3,)], lambda a, b: F.margin_ranking_loss(a, b, sign, margin=0.3)),
    "cosine_embedding_loss": ([(3, 4), (3, 4)], lambda a, b: F.cosine_embedding_loss(a, b, sign, margin=0.1)),
    "multi_margin_loss": ([(3, 4)], lambda x: F.multi_margin_loss(x, idx, p=1, margin=0.8, weight=w4)),
    "multi_margin_loss_2": ([(3, 4)], lambda x: F.multi_margin_loss(x, idx, p=2)),
    "multi_label_margin_loss": ([(3, 4)], lambda x: F.multilabel_margin_loss(x, torch.tensor([[1, 3, -1, 0], [0, -1, -1, -1], [3, 2, 1, 0]]))),
    "multilabel_soft_margin_loss": ([(3, 4), (3, 4)], lambda x, t: F.multilabel_soft_margin_loss(x, prob(t).detach(), w4)),
    "triplet_margin_loss": ([(3, 4), (3, 4), (3, 4)], lambda a, p, n: F.triplet_margin_loss(a, p, n, margin=1.5)),
    "triplet_margin_loss_swap": ([(3, 4), (3, 4), (3, 4)], lambda a, p, n: F.triplet_margin_loss(a, p, n, swap=True, p=1, reduction="none")),
    "bce": ([A, A], lambda x, t: F.binary_cross_entropy(prob(x), prob(t))),
    "bce_weight": ([A, A, A], lambda x, t, w: F.binary_cross_entropy(prob(x), prob(t).detach(), w.detach().abs(), reduction="sum")),
    "bce_logits": ([A, A], lambda x, t: F.binary_cross_entropy_with_logits(10 * x, prob(t))),
    "bce_logits_pos": ([(3, 4), (3, 4)], lambda x, t: F.binary_cross_entropy_with_logits(x, prob(t).detach(), pos_weight=w4)),
    "cross_entropy": ([(3, 4)], lambda x: F.cross_entropy(x, idx)),
    "cross_entropy_none": ([(3, 4)], lambda x: F.cross_entropy(x, idx, reduction="none")),
    "cross_entropy_weight": ([(3, 4)], lambda x: F.cross_entropy(x, idx, w4)),
    "cross_entropy_ignore": ([(3, 4)], lambda x: F.cross_entropy(x, idx, ignore_index=0)),
    "cross_entropy_smooth": ([(3, 4)], lambda x: F.cross_entropy(x, idx, label_smoothing=0.1)),
    "cross_entropy_smooth_all": ([(3, 4)], lambda x: F.cross_entropy(x, idx, w4, ignore_index=0, label_smoothing=0.2)),
    "cross_entropy_smooth_none": ([(3, 4)], lambda x: F.cross_entropy(x, idx, w4, ignore_index=0, label_smoothing=0.2, reduction="none")),
    "cross_entropy_probabilities": ([(3, 4), (3, 4)], lambda x, t: F.cross_entropy(x, F.softmax(t, 1), w4, label_smoothing=0.1)),
    "cross_entropy_map": ([(2, 3, 4)], lambda x: F.cross_entropy(x, idx2, ignore_index=2)),
    "cross_entropy_map_smooth": ([(2, 3, 4)], lambda x: F.cross_entropy(x, idx2, label_smoothing=0.1)),
    "cross_entropy_single": ([(4,)], lambda x: F.cross_entropy(x, torch.tensor(2))),
    "nll_loss": ([(3, 4)], lambda x: F.nll_loss(F.log_softmax(x, 1), idx, w4)),
})
out = {"torch": torch.__version__}
for name, (shapes, function) in CASES.items():
    out[name] = run(shapes, function)


def module(name, make, shapes, function):
    m = filled(make())
    inputs = [values(shape, k).requires_grad_() for k, shape in enumerate(shapes)]
    result = function(m, *inputs)
    weights = torch.tensor([math.cos(0.9 * j) for j in range(result.numel())], dtype=torch.float64).reshape(result.shape)
    (result * weights).sum().backward()
    out["module_" + name] = {"out": short(result), "grads": [short(t.grad) for t in inputs] + [short(p.grad) for p in m.parameters()], "names": [n for n, _ in m.named_parameters()]}


def states(result):
    return torch.cat([t.reshape(-1) for t in (result if isinstance(result, tuple) else (result,))])


def lstm_states(result):
    return torch.cat([result[0].reshape(-1), result[1][0].reshape(-1), result[1][1].reshape(-1)])


module("lstm", lambda: nn.LSTM(2, 3, 2, bidirectional=True), [(3, 2, 2)], lambda m, x: lstm_states(m(x)))
module("lstm_batch_first", lambda: nn.LSTM(2, 2, batch_first=True, bias=False), [(2, 3, 2), (1, 2, 2), (1, 2, 2)], lambda m, x, h, c: lstm_states(m(x, (h, c))))
module("lstm_single", lambda: nn.LSTM(2, 2), [(3, 2)], lambda m, x: lstm_states(m(x)))
module("gru", lambda: nn.GRU(2, 3, 2), [(3, 2, 2), (2, 2, 3)], lambda m, x, h: states(m(x, h)))
module("rnn", lambda: nn.RNN(2, 3, nonlinearity="relu", bidirectional=True), [(3, 2, 2)], lambda m, x: states(m(x)))
module("lstm_cell", lambda: nn.LSTMCell(2, 3), [(2, 2), (2, 3), (2, 3)], lambda m, x, h, c: states(m(x, (h, c))))
module("gru_cell", lambda: nn.GRUCell(2, 3), [(2, 2), (2, 3)], lambda m, x, h: m(x, h))
module("rnn_cell", lambda: nn.RNNCell(2, 3), [(2, 2)], lambda m, x: m(x))
module("conv_reflect", lambda: nn.Conv2d(3, 4, 3, padding=1, padding_mode="reflect"), [I], lambda m, x: m(x))
module("conv_circular", lambda: nn.Conv2d(3, 4, (2, 3), padding=(1, 2), padding_mode="circular", bias=False), [I], lambda m, x: m(x))
module("conv_unbatched", lambda: nn.Conv2d(3, 4, 3), [I[1:]], lambda m, x: m(x))
module("embedding", lambda: nn.Embedding(4, 3, padding_idx=1), [(2, 2, 3)], lambda m, x: m(torch.tensor([[0, 1], [3, 0]])) * x)
module("prelu", lambda: nn.PReLU(3), [A], lambda m, x: m(x))
module("batch_norm", lambda: nn.BatchNorm2d(3), [I], lambda m, x: torch.cat([m(x).reshape(-1), m.running_mean, m.running_var]))
module("instance_norm", lambda: nn.InstanceNorm2d(3, affine=True, track_running_stats=True), [I], lambda m, x: torch.cat([m(x).reshape(-1), m.running_mean, m.running_var]))
print(json.dumps(out, indent=0).replace('\n', ' ').replace('}, ', '},\n'))
