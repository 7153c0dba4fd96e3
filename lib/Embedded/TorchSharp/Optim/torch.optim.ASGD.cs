using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Averaged stochastic gradient descent.</summary>
        public static ASGD ASGD(IEnumerable<Parameter> parameters, double lr = 1e-3, double lambd = 1e-4, double alpha = 0.75, double t0 = 1e6, double weight_decay = 0, bool maximize = false)
            => new(Given(parameters), lr, lambd, alpha, t0, weight_decay, maximize);

        /// <summary>Averaged stochastic gradient descent.</summary>
        public static ASGD ASGD(IEnumerable<(string name, Parameter parameter)> parameters, double lr = 1e-3, double lambd = 1e-4, double alpha = 0.75, double t0 = 1e6, double weight_decay = 0, bool maximize = false)
            => new(Given(parameters).Select(named => named.parameter), lr, lambd, alpha, t0, weight_decay, maximize);

        /// <summary>Averaged stochastic gradient descent.</summary>
        public static ASGD ASGD(IEnumerable<ParamGroup<ASGD.Options>> parameters, double lr = 1e-3, double lambd = 1e-4, double alpha = 0.75, double t0 = 1e6, double weight_decay = 0, bool maximize = false)
            => new(Given(parameters), lr, lambd, alpha, t0, weight_decay, maximize);
    }
}
