"""@title@

Written by the course kit's `course export`. Needs PyTorch 1.10 or later and nothing else. Input @input@, output @output@;
every parameter has the name that it has in the file of weights.

    import @module@
    net = @module@.load("weights.safetensors").eval()
    logits = net(x)

    python3 @module@.py WEIGHTS INPUT.npy OUTPUT.npy
"""

import json
import sys

import torch
import torch.nn.functional as F
from torch import nn

# Share of each auxiliary output's loss in the total, where training mode returns (output, [auxiliary output, ...]).
AUXILIARY_WEIGHT = @weight@


@parts@
@net@


def read_safetensors(path):
    """The tensors of a safetensors file, by name."""
    types = {
        "F64": torch.float64, "F32": torch.float32, "F16": torch.float16, "BF16": torch.bfloat16, "I64": torch.int64,
        "I32": torch.int32, "I16": torch.int16, "I8": torch.int8, "U8": torch.uint8, "BOOL": torch.bool,
    }
    with open(path, "rb") as file:
        header = json.loads(file.read(int.from_bytes(file.read(8), "little")))
        data = file.read()
    tensors = {}
    for name, entry in header.items():
        if name != "__metadata__":
            start, end = entry["data_offsets"]
            raw = bytearray(data[start:end])
            tensors[name] = torch.frombuffer(raw, dtype=types[entry["dtype"]]).reshape(entry["shape"])
    return tensors


def load(path):
    """The network with the weights of a .safetensors file or of a PyTorch state dict (.pt, .pth)."""
    net = Net()
    state = read_safetensors(path) if str(path).endswith(".safetensors") else torch.load(path, map_location="cpu")
    net.load_state_dict(state)
    return net


if __name__ == "__main__":
    import numpy

    if len(sys.argv) != 4:
        sys.exit(f"usage: python3 {sys.argv[0]} WEIGHTS INPUT.npy OUTPUT.npy")
    with torch.no_grad():
        result = load(sys.argv[1]).eval()(torch.from_numpy(numpy.load(sys.argv[2])))
    numpy.save(sys.argv[3], result.numpy())
