"""Computes an exported architecture again: python3 exported.py FOLDER (see ExportedNets.cs). Prints the largest relative differences.

PyTorch has to agree in float64. Its own rounding in float32 is the measure for onnxruntime, which computes in float32: a stack of a
thousand layers may amplify it.
"""
import sys

import numpy as np
import torch

folder = sys.argv[1]
sys.path.insert(0, folder)
import net  # noqa: E402

x, y = np.load(f"{folder}/x.npy"), np.loadtxt(f"{folder}/y.txt")
assert np.isfinite(y).all(), "the logits are not finite"


def difference(logits):
    assert logits.size == y.size, f"{logits.size} logits, expected {y.size}"
    return float(np.abs(logits.ravel() - y).max() / max(np.abs(y).max(), 1e-9))


with torch.no_grad():
    module = net.load(f"{folder}/net.safetensors").eval()
    rounding = difference(module(torch.from_numpy(x)).numpy())
    exact = difference(module.double()(torch.from_numpy(x).double()).numpy())
print(f"PyTorch {torch.__version__.split('+')[0]} float64 {exact:.1e} float32 {rounding:.1e}", end="  ")
assert exact < 1e-6, "the logits of PyTorch differ"
try:
    import onnx
except ImportError:
    onnx = None
if onnx:
    onnx.checker.check_model(f"{folder}/net.onnx")
    inferred = onnx.shape_inference.infer_shapes(onnx.load(f"{folder}/net.onnx"), strict_mode=True)
    assert inferred.graph.output, "the graph has no output"
    print(f"onnx {onnx.__version__}: valid, shapes inferred", end="  ")
try:
    import onnxruntime
except ImportError:
    onnxruntime = None
if onnxruntime:
    onnxruntime.set_default_logger_severity(3)
    session = onnxruntime.InferenceSession(f"{folder}/net.onnx", providers=["CPUExecutionProvider"])
    ran = difference(session.run(None, {session.get_inputs()[0].name: x})[0])
    print(f"onnxruntime {onnxruntime.__version__} {ran:.1e}", end="  ")
    assert ran < max(1e-5, 10 * rounding), "the logits of onnxruntime differ"
print()
