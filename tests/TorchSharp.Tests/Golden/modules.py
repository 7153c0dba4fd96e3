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


def attention(q, k, v, mask=0.0):
    return torch.softmax(q @ k.transpose(-2, -1) / math.sqrt(q.shape[-1]) + mask, -1) @ v


def prob(t):
    return torch.sigmoid(t)


A = (2, 3, 4)
I = (2, 3, 5, 4)
V = (2, 3, 4, 5, 3)
aten = torch.ops.aten
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
    "upsample_nearest1d": ([(2, 3, 4)], lambda x: F.interpolate(x, size=7)),
    "upsample_nearest1d_factor": ([(2, 3, 4)], lambda x: F.interpolate(x, scale_factor=1.6)),
    "upsample_nearest2d": ([I], lambda x: F.interpolate(x, size=(7, 3))),
    "upsample_nearest2d_factor": ([I], lambda x: F.interpolate(x, scale_factor=(1.7, 2.3))),
    "upsample_nearest3d": ([V], lambda x: F.interpolate(x, size=(6, 3, 4))),
    "upsample_nearest3d_factor": ([V], lambda x: F.interpolate(x, scale_factor=(1.5, 2, 0.7))),
    "upsample_nearest1d_backward": ([(2, 3, 7)], lambda g: aten.upsample_nearest1d_backward(g, [7], [2, 3, 4], None)),
    "upsample_nearest2d_backward": ([(2, 3, 7, 3)], lambda g: aten.upsample_nearest2d_backward(g, [7, 3], I, None, None)),
    "upsample_nearest2d_backward_factor": ([(2, 3, 8, 9)], lambda g: aten.upsample_nearest2d_backward(g, [8, 9], I, 1.7, 2.3)),
    "upsample_nearest3d_backward": ([(2, 3, 6, 3, 4)], lambda g: aten.upsample_nearest3d_backward(g, [6, 3, 4], V, None, None, None)),
    "avg_pool2d_backward": ([(2, 3, 5, 3), I], lambda g, x: aten.avg_pool2d_backward(g, x, [3, 2], [1, 2], [1, 1], False, False, None)),
    "avg_pool2d_backward_stride": ([(2, 3, 4, 3), I], lambda g, x: aten.avg_pool2d_backward(g, x, [2, 2], [1, 1], [0, 0], False, True, 3)),
    "avg_pool3d_backward": ([(2, 3, 2, 3, 1), V], lambda g, x: aten.avg_pool3d_backward(g, x, [2, 2, 3], [2, 2, 3], [0, 0, 0], True, True, None)),
    "adaptive_avg_pool3d_backward": ([(2, 3, 2, 3, 2), V], lambda g, x: aten._adaptive_avg_pool3d_backward(g.detach(), x.detach()) + 0 * x),
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
    # The function itself came with PyTorch 2: its formula instead.
    "attention": ([(2, 3, 4), (2, 5, 4), (2, 5, 2)], lambda q, k, v: attention(q, k, v)),
    "attention_mask": ([(3, 4), (5, 4), (5, 2), (3, 5)], lambda q, k, v, m: attention(q, k, v, m)),
    "attention_causal": ([(3, 4), (5, 4), (5, 2)], lambda q, k, v: attention(q, k, v, torch.ones(3, 5).tril().log())),
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


class Formula(nn.Module):
    """Where PyTorch 1.13's own gradient holds constants in float32, or is missing."""

    def __init__(self, function):
        super().__init__()
        self.function = function

    def forward(self, x):
        return self.function(x)


# One module from each factory of torch.nn that maps a tensor to a tensor, in training, with the generator seeded anew.
S = (2, 3, 9)
FACTORIES = {
    "AdaptiveAvgPool1d": (lambda: nn.AdaptiveAvgPool1d(4), S),
    "AdaptiveAvgPool2d": (lambda: nn.AdaptiveAvgPool2d((2, 3)), I),
    "AdaptiveAvgPool3d": (lambda: nn.AdaptiveAvgPool3d((2, 3, 2)), V),
    "AdaptiveMaxPool1d": (lambda: nn.AdaptiveMaxPool1d(4), S),
    "AdaptiveMaxPool2d": (lambda: nn.AdaptiveMaxPool2d((2, 3)), I),
    "AdaptiveMaxPool3d": (lambda: nn.AdaptiveMaxPool3d((2, 3, 2)), V),
    "AlphaDropout": (lambda: nn.AlphaDropout(0.3), I),
    "AvgPool1d": (lambda: nn.AvgPool1d(3, 2, 1, False, False), S),
    "AvgPool2d": (lambda: nn.AvgPool2d((2, 3), (1, 2), (1, 0), divisor_override=5), I),
    "AvgPool3d": (lambda: nn.AvgPool3d(2, 2, 1, True, False), V),
    "BatchNorm1d": (lambda: nn.BatchNorm1d(3, 1e-3), S),
    "BatchNorm2d": (lambda: nn.BatchNorm2d(3, momentum=0.3), I),
    "BatchNorm3d": (lambda: nn.BatchNorm3d(3), V),
    "CELU": (lambda: Formula(lambda x: torch.where(x > 0, x, 1.3 * torch.expm1(x / 1.3))), A),
    "ChannelShuffle": (lambda: Formula(lambda x: x.view(2, 2, 3, 2, 3).transpose(1, 2).reshape(2, 6, 2, 3)), (2, 6, 2, 3)),
    "ConstantPad1d": (lambda: nn.ConstantPad1d((1, 2), 0.5), S),
    "ConstantPad2d": (lambda: nn.ConstantPad2d((1, 2, 0, 1), -0.5), I),
    "ConstantPad3d": (lambda: nn.ConstantPad3d((1, 0, 2, 1, 0, 1), 2.0), V),
    "Conv1d": (lambda: nn.Conv1d(3, 4, 3, 2, 1, 2, padding_mode="circular"), S),
    "Conv2d": (lambda: nn.Conv2d(3, 6, (3, 2), (2, 1), (1, 2), groups=3), I),
    "Conv3d": (lambda: nn.Conv3d(3, 2, (2, 3, 1), (1, 2, 1), (1, 1, 0), bias=False), V),
    "ConvTranspose1d": (lambda: nn.ConvTranspose1d(3, 2, 3, 2, 1, 1), S),
    "ConvTranspose2d": (lambda: nn.ConvTranspose2d(3, 6, (3, 2), (2, 3), 1, (1, 0), groups=3), I),
    "ConvTranspose3d": (lambda: nn.ConvTranspose3d(3, 6, (3, 2, 2), (2, 1, 2), (1, 0, 1), (1, 0, 0), groups=3, dilation=(1, 2, 1)), V),
    "Dropout": (lambda: nn.Dropout(0.4), I),
    "Dropout1d": (lambda: nn.Dropout1d(0.4), S),
    "Dropout2d": (lambda: nn.Dropout2d(0.4), I),
    "Dropout3d": (lambda: nn.Dropout3d(0.4), V),
    "ELU": (lambda: nn.ELU(0.7), A),
    "FeatureAlphaDropout": (lambda: nn.FeatureAlphaDropout(0.3), I),
    "Flatten": (lambda: nn.Flatten(1, 2), I),
    "Fold": (lambda: nn.Fold((5, 4), (2, 3), padding=(0, 1), stride=(1, 2)), (2, 18, 8)),
    "GELU": (lambda: nn.GELU(), A),
    "GLU": (lambda: nn.GLU(2), A),
    "GroupNorm": (lambda: nn.GroupNorm(2, 4, 1e-3), (2, 4, 3)),
    "Hardshrink": (lambda: nn.Hardshrink(0.4), A),
    "Hardsigmoid": (lambda: Formula(lambda x: (x + 3).clamp(0, 6) / 6), A),
    "Hardswish": (lambda: nn.Hardswish(), A),
    "Hardtanh": (lambda: nn.Hardtanh(-0.5, 0.8), A),
    "Identity": (lambda: nn.Identity(), A),
    "InstanceNorm1d": (lambda: nn.InstanceNorm1d(3, affine=True), S),
    "InstanceNorm2d": (lambda: nn.InstanceNorm2d(3, 1e-3), I),
    "InstanceNorm3d": (lambda: nn.InstanceNorm3d(3, affine=True), V),
    "LayerNorm": (lambda: nn.LayerNorm((3, 4), 1e-3), A),
    "LeakyReLU": (lambda: nn.LeakyReLU(0.2), A),
    "Linear": (lambda: nn.Linear(4, 3), A),
    "LocalResponseNorm": (lambda: nn.LocalResponseNorm(2, 0.5, 0.75, 2), I),
    "LogSigmoid": (lambda: nn.LogSigmoid(), A),
    "LogSoftmax": (lambda: nn.LogSoftmax(1), A),
    "LPPool1d": (lambda: nn.LPPool1d(2, 3, 2), S),
    "LPPool2d": (lambda: nn.LPPool2d(2, 2, 1), I),
    "MaxPool1d": (lambda: nn.MaxPool1d(3, 2, 1, 1, ceil_mode=True), S),
    "MaxPool2d": (lambda: nn.MaxPool2d((3, 2), (2, 1), (1, 0), (1, 2)), I),
    "MaxPool3d": (lambda: nn.MaxPool3d((2, 3, 2), (1, 2, 1), (0, 1, 1)), V),
    "Mish": (lambda: nn.Mish(), A),
    "PixelShuffle": (lambda: nn.PixelShuffle(2), (2, 8, 2, 3)),
    "PixelUnshuffle": (lambda: nn.PixelUnshuffle(2), (2, 2, 4, 6)),
    "PReLU": (lambda: nn.PReLU(3), A),
    "ReflectionPad1d": (lambda: nn.ReflectionPad1d((2, 1)), S),
    "ReflectionPad2d": (lambda: nn.ReflectionPad2d((2, 1, 0, 3)), I),
    "ReflectionPad3d": (lambda: nn.ReflectionPad3d((1, 0, 2, 1, 0, 3)), V),
    "ReLU": (lambda: nn.ReLU(), A),
    "ReLU6": (lambda: nn.Sequential(Formula(lambda x: 5 * x), nn.ReLU6()), A),
    "ReplicationPad1d": (lambda: nn.ReplicationPad1d((2, 1)), S),
    "ReplicationPad2d": (lambda: nn.ReplicationPad2d((2, 1, 0, 3)), I),
    "ReplicationPad3d": (lambda: nn.ReplicationPad3d((1, 0, 2, 1, 0, 3)), V),
    "RReLU": (lambda: nn.RReLU(0.1, 0.4), A),
    "SELU": (lambda: nn.SELU(), A),
    "Sigmoid": (lambda: nn.Sigmoid(), A),
    "SiLU": (lambda: nn.SiLU(), A),
    "Softmax": (lambda: nn.Softmax(0), A),
    "Softmax2d": (lambda: nn.Softmax2d(), I),
    "Softmin": (lambda: nn.Softmin(1), A),
    "Softplus": (lambda: nn.Softplus(2, 2.5), A),
    "Softshrink": (lambda: nn.Softshrink(0.4), A),
    "Softsign": (lambda: nn.Softsign(), A),
    "Tanh": (lambda: nn.Tanh(), A),
    "Tanhshrink": (lambda: nn.Tanhshrink(), A),
    "Threshold": (lambda: nn.Threshold(0.2, -1), A),
    "Unflatten": (lambda: nn.Unflatten(1, (1, 3)), A),
    "Unfold": (lambda: nn.Unfold((2, 3), (2, 1), 1, (1, 2)), I),
    "Upsample": (lambda: nn.Upsample((7, 6), mode="bilinear", align_corners=True), I),
    "ZeroPad2d": (lambda: nn.ZeroPad2d((1, 2, 0, 1)), I),
}
for name, (make, shape) in FACTORIES.items():
    torch.manual_seed(5)
    module(name, make, [shape], lambda m, x: (torch.manual_seed(6), m(x))[1])
module("Bilinear", lambda: nn.Bilinear(3, 2, 4), [(2, 5, 3), (2, 5, 2)], lambda m, a, b: m(a, b))
module("CosineSimilarity", lambda: nn.CosineSimilarity(2, 1e-3), [A, A], lambda m, a, b: m(a, b))
module("PairwiseDistance", lambda: nn.PairwiseDistance(3, 1e-3, True), [(3, 4), (3, 4)], lambda m, a, b: m(a, b))
module("MaxUnpool3d", lambda: nn.MaxUnpool3d(2, (2, 1, 2)), [(2, 3, 4, 4, 4)], lambda m, x: m(*F.max_pool3d(x, 2, (2, 1, 2), return_indices=True)))
module("GaussianNLLLoss", lambda: nn.GaussianNLLLoss(full=True, eps=0.25, reduction="sum"), [A, A, A], lambda m, a, b, v: m(a, b, v.abs()))
module("TripletMarginWithDistanceLoss", lambda: nn.TripletMarginWithDistanceLoss(distance_function=lambda a, b: (a - b).abs().sum(-1), margin=0.7, swap=True), [(3, 4), (3, 4), (3, 4)], lambda m, a, p, n: m(a, p, n))

# Attention and transformers; masks hold truth values where a key does not count, or numbers that are added.
Q, K = (3, 2, 4), (5, 2, 4)
padded = torch.tensor([[False, False, False, True, False], [False, True, False, False, True]])
unseen = torch.tensor([[False, False, True, False, False], [True, False, False, False, False], [False, False, False, False, True]])
future = torch.ones(3, 3).triu(1).bool()
late = torch.tensor([[False, False, True], [False, False, False]])


def both(result):
    return torch.cat([result[0].reshape(-1), result[1].reshape(-1)])


def seeded(function):
    torch.manual_seed(6)
    return function()


module("MultiheadAttention", lambda: nn.MultiheadAttention(4, 2, 0.3), [Q, K, K], lambda m, q, k, v: seeded(lambda: m(q, k, v))[0])
module("attention_weights", lambda: nn.MultiheadAttention(4, 2), [Q, K, K], lambda m, q, k, v: both(m(q, k, v)))
module("attention_self", lambda: nn.MultiheadAttention(4, 2, bias=False), [Q], lambda m, x: both(m(x, x, x)))
module("attention_masks", lambda: nn.MultiheadAttention(4, 2), [Q, K, K], lambda m, q, k, v: both(m(q, k, v, padded, True, unseen)))
module("attention_added_mask", lambda: nn.MultiheadAttention(4, 2), [Q, K, K, (4, 3, 5)], lambda m, q, k, v, a: both(m(q, k, v, attn_mask=a)))
module("attention_widths", lambda: nn.MultiheadAttention(4, 2, kdim=3, vdim=5), [Q, (5, 2, 3), (5, 2, 5)], lambda m, q, k, v: both(m(q, k, v)))
module("attention_more_keys", lambda: nn.MultiheadAttention(4, 2, add_bias_kv=True, add_zero_attn=True), [Q, K, K], lambda m, q, k, v: both(m(q, k, v, padded, True, unseen)))
module("TransformerEncoderLayer", lambda: nn.TransformerEncoderLayer(4, 2, 6, 0.2), [Q], lambda m, x: seeded(lambda: m(x)))
module("encoder_layer_masks", lambda: nn.TransformerEncoderLayer(4, 2, 6, 0, "gelu"), [Q], lambda m, x: m(x, future, late))
module("TransformerEncoder", lambda: nn.TransformerEncoder(nn.TransformerEncoderLayer(4, 2, 6, 0.2), 2), [Q], lambda m, x: seeded(lambda: m(x)))
module("encoder_masks", lambda: nn.TransformerEncoder(nn.TransformerEncoderLayer(4, 2, 6, 0), 2), [Q], lambda m, x: m(x, future, late))
module("TransformerDecoderLayer", lambda: nn.TransformerDecoderLayer(4, 2, 6, 0.2), [Q, K], lambda m, x, y: seeded(lambda: m(x, y)))
module("decoder_layer_masks", lambda: nn.TransformerDecoderLayer(4, 2, 6, 0, "gelu"), [Q, K], lambda m, x, y: m(x, y, future, unseen, late, padded))
module("TransformerDecoder", lambda: nn.TransformerDecoder(nn.TransformerDecoderLayer(4, 2, 6, 0.2), 2), [Q, K], lambda m, x, y: seeded(lambda: m(x, y)))
module("decoder_masks", lambda: nn.TransformerDecoder(nn.TransformerDecoderLayer(4, 2, 6, 0), 2), [Q, K], lambda m, x, y: m(x, y, future, unseen, late, padded))
module("Transformer", lambda: nn.Transformer(4, 2, 2, 1, 6, 0.2), [K, Q], lambda m, x, y: seeded(lambda: m(x, y)))
module("transformer_masks", lambda: nn.Transformer(4, 2, 1, 2, 6, 0, "gelu"), [K, Q], lambda m, x, y: m(x, y, torch.ones(5, 5).triu(1).bool(), future, unseen, padded, late, padded))

# Sequences of different lengths, packed.
rnn = nn.utils.rnn


def packed_states(result):
    packed, states = result
    return torch.cat([rnn.pad_packed_sequence(packed)[0].reshape(-1)] + [t.reshape(-1) for t in (states if isinstance(states, tuple) else (states,))])


module("lstm_packed", lambda: nn.LSTM(2, 3, 2, bidirectional=True), [(2, 2), (4, 2), (3, 2), (4, 3, 3), (4, 3, 3)], lambda m, a, b, c, h, s: packed_states(m(rnn.pack_sequence([a, b, c], enforce_sorted=False), (h, s))))
module("lstm_packed_dropout", lambda: nn.LSTM(2, 3, 2, dropout=0.4), [(4, 2), (2, 2), (2, 2)], lambda m, a, b, c: packed_states(seeded(lambda: m(rnn.pack_sequence([a, b, c])))))
module("gru_packed", lambda: nn.GRU(2, 3, 2, bidirectional=True), [(4, 3, 2)], lambda m, x: packed_states(m(rnn.pack_padded_sequence(x, torch.tensor([1, 4, 2]), enforce_sorted=False))))
module("rnn_packed", lambda: nn.RNN(2, 3, bidirectional=True), [(3, 4, 2), (2, 3, 3)], lambda m, x, h: packed_states(m(rnn.pack_padded_sequence(x, torch.tensor([4, 2, 2]), batch_first=True), h)))
module("packed_and_padded", lambda: nn.Identity(), [(2, 2), (4, 2), (3, 2)], lambda m, *x: rnn.pad_packed_sequence(rnn.pack_sequence(x, enforce_sorted=False), True, -1.5, 6)[0])
module("pad_sequence", lambda: nn.Identity(), [(2, 2), (4, 2), (3, 2)], lambda m, *x: torch.cat([rnn.pad_sequence(x).reshape(-1), rnn.pad_sequence(x, True, 0.5).reshape(-1)]))

# Bags of vectors.
numbers, starts, table = torch.tensor([0, 1, 3, 0, 2]), torch.tensor([0, 2, 2]), torch.tensor([[0, 1, 3], [2, 2, 0]])
module("EmbeddingBag", lambda: nn.EmbeddingBag(4, 3, padding_idx=1), [(3, 3)], lambda m, x: m(numbers, starts) * x)
module("embedding_bag_sum", lambda: nn.EmbeddingBag(4, 3, mode="sum"), [(2, 3), (2, 3)], lambda m, x, w: m(table, per_sample_weights=w) * x)
module("embedding_bag_max", lambda: nn.EmbeddingBag(4, 3, mode="max", padding_idx=3, include_last_offset=True), [(4, 3)], lambda m, x: m(numbers, torch.tensor([0, 2, 3, 3, 5])) * x)
module("embedding_bag_short", lambda: nn.EmbeddingBag(4, 3, 0.5, 1), [(2, 3)], lambda m, x: torch.cat([m(table) * x, m.weight.detach()]))

# Windows at random steps.
module("FractionalMaxPool2d", lambda: nn.FractionalMaxPool2d((2, 3), output_size=(3, 2)), [I], lambda m, x: seeded(lambda: m(x)))
module("FractionalMaxPool3d", lambda: nn.FractionalMaxPool3d(2, output_size=(2, 3, 1)), [V], lambda m, x: seeded(lambda: m(x)))
module("fractional_2d_ratio", lambda: nn.FractionalMaxPool2d(2, output_ratio=(0.6, 0.5), return_indices=True), [(3, 8, 9)], lambda m, x: both(seeded(lambda: m(x))))
module("fractional_3d_ratio", lambda: nn.FractionalMaxPool3d((1, 2, 2), output_ratio=(0.5, 0.7, 0.6), return_indices=True), [(2, 2, 5, 7, 6)], lambda m, x: both(seeded(lambda: m(x))))
print(json.dumps(out, indent=0).replace('\n', ' ').replace('}, ', '},\n'))
