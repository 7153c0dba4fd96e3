using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Makes a parameter of a tensor, whose own handle is empty afterwards.</summary>
        public static Parameter Parameter(Tensor data, bool requires_grad = true) => new(Given(data), requires_grad);
    }
}
