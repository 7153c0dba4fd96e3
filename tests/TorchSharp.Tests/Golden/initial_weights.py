"""Initial weights of PyTorch 1.13 from a seed, as bit patterns: python3 initial_weights.py > initial_weights.json"""
import json
import struct
import torch
from torch import nn


def bits(t):
    return [struct.unpack("<I", struct.pack("<f", v))[0] for v in t.detach().flatten().tolist()]


def crc(values):
    h = 0
    for v in values:
        h = (h * 1000003 + int(v)) & 0xFFFFFFFFFFFFFFFF
    return str(h)


def seeded(seed, make):
    torch.manual_seed(seed)
    return crc(sum((bits(p) for p in make().parameters()), []))


def filled(seed, shape, fill):
    torch.manual_seed(seed)
    t = torch.empty(*shape)
    fill(t)
    return crc(bits(t))


def resnet_like():
    return nn.Sequential(nn.Conv2d(3, 16, 3, 1, 1, bias=False), nn.BatchNorm2d(16), nn.ReLU(), nn.Conv2d(16, 8, 1), nn.Flatten(), nn.Linear(72, 10))


out = {
    "torch": torch.__version__,
    "conv2d": seeded(1, lambda: nn.Conv2d(3, 5, 3)),
    "conv2d_groups": seeded(2, lambda: nn.Conv2d(4, 6, (3, 2), groups=2)),
    "conv1d": seeded(3, lambda: nn.Conv1d(3, 4, 5)),
    "conv_transpose2d": seeded(4, lambda: nn.ConvTranspose2d(3, 4, 3)),
    "linear": seeded(5, lambda: nn.Linear(7, 3)),
    "bilinear": seeded(6, lambda: nn.Bilinear(3, 4, 2)),
    "net": seeded(7, resnet_like),
    "attention": seeded(10, lambda: nn.MultiheadAttention(8, 2)),
    "attention_widths": seeded(11, lambda: nn.MultiheadAttention(8, 2, add_bias_kv=True, kdim=3, vdim=5)),
    "encoder": seeded(12, lambda: nn.TransformerEncoder(nn.TransformerEncoderLayer(8, 2, 12), 2)),
    "decoder": seeded(13, lambda: nn.TransformerDecoder(nn.TransformerDecoderLayer(8, 2, 12), 2)),
    "transformer": seeded(14, lambda: nn.Transformer(8, 2, 2, 2, 12)),
    "embedding_bag": seeded(15, lambda: nn.EmbeddingBag(6, 4, padding_idx=2)),
    "kaiming_normal": filled(8, (8, 3, 3, 3), lambda t: nn.init.kaiming_normal_(t, mode="fan_out", nonlinearity="relu")),
    "kaiming_uniform": filled(8, (8, 3, 3, 3), lambda t: nn.init.kaiming_uniform_(t, a=0.2)),
    "xavier_uniform": filled(8, (8, 6), lambda t: nn.init.xavier_uniform_(t, gain=1.4)),
    "xavier_normal": filled(8, (8, 6), lambda t: nn.init.xavier_normal_(t)),
    "sparse": filled(8, (8, 6), lambda t: nn.init.sparse_(t, 0.3)),
}
torch.manual_seed(9)
out["trunc_normal"] = nn.init.trunc_normal_(torch.empty(20), 0.1, 0.5, -0.4, 0.7).tolist()
torch.manual_seed(9)
out["orthogonal"] = nn.init.orthogonal_(torch.empty(4, 2, 3)).flatten().tolist()
torch.manual_seed(9)
out["orthogonal_tall"] = nn.init.orthogonal_(torch.empty(7, 3), 2.0).flatten().tolist()
print(json.dumps(out, indent=0))
