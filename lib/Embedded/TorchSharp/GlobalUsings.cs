// The nested types of torch (Tensor, ScalarType, Device) are spoken of by their short names throughout the engine.
global using System.Runtime.InteropServices;
global using TorchSharp.Autograd;
global using TorchSharp.Core;
global using static TorchSharp.torch;
