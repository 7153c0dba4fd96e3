"""Computes an exported architecture again: python3 exported.py FOLDER (see ExportedNets.cs). Prints the largest relative differences."""
import sys

import numpy as np
import torch

folder = sys.argv[1]
sys.path.insert(0, folder)
import net  # noqa: E402

x, y = np.load(f"{folder}/x.npy"), np.load(f"{folder}/y.npy")
assert np.isfinite(y).all(), "the logits are not finite"
worst = []


def compare(name, logits):
    assert logits.shape == y.shape, f"{name}: shape {logits.shape}, expected {y.shape}"
    difference = float(np.abs(logits - y).max() / max(np.abs(y).max(), 1e-9))
    worst.append(difference)
    print(f"{name} {difference:.1e}", end="  ")


with torch.no_grad():
    module = net.load(f"{folder}/net.safetensors").eval()
    compare(f"PyTorch {torch.__version__.split('+')[0]}", module(torch.from_numpy(x)).numpy())
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
    compare(f"onnxruntime {onnxruntime.__version__}", session.run(None, {session.get_inputs()[0].name: x})[0])
print()
assert max(worst) < 2e-4, "the logits differ"
