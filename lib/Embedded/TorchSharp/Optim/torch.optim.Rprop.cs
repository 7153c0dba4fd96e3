using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Resilient backpropagation.</summary>
        public static Rprop Rprop(IEnumerable<Parameter> parameters, double lr = 1e-2, double etaminus = 0.5, double etaplus = 1.2, double min_step = 1e-6, double max_step = 50, bool maximize = false)
            => new(Given(parameters), lr, etaminus, etaplus, min_step, max_step, maximize);

        /// <summary>Resilient backpropagation.</summary>
        public static Rprop Rprop(IEnumerable<(string name, Parameter parameter)> parameters, double lr = 1e-2, double etaminus = 0.5, double etaplus = 1.2, double min_step = 1e-6, double max_step = 50, bool maximize = false)
            => new(Given(parameters).Select(named => named.parameter), lr, etaminus, etaplus, min_step, max_step, maximize);

        /// <summary>Resilient backpropagation.</summary>
        public static Rprop Rprop(IEnumerable<Rprop.ParamGroup> parameters, double lr = 1e-2, double etaminus = 0.5, double etaplus = 1.2, double min_step = 1e-6, double max_step = 50, bool maximize = false)
            => new(Given(parameters), lr, etaminus, etaplus, min_step, max_step, maximize);
    }
}
