using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>An empty container, to be filled with <c>append</c>.</summary>
        public static Sequential Sequential() => new();

        /// <summary>Modules applied one after the other, with names.</summary>
        public static Sequential Sequential(params (string name, Module<Tensor, Tensor> submodule)[] modules)
            => Sequential((IEnumerable<(string, Module<Tensor, Tensor>)>)Given(modules));

        /// <summary>Modules applied one after the other, named by their positions.</summary>
        public static Sequential Sequential(params Module<Tensor, Tensor>[] modules)
            => Sequential((IEnumerable<Module<Tensor, Tensor>>)Given(modules));

        /// <summary>Modules applied one after the other, with names.</summary>
        public static Sequential Sequential(params Tuple<string, Module<Tensor, Tensor>>[] modules)
            => Sequential((IEnumerable<Tuple<string, Module<Tensor, Tensor>>>)Given(modules));

        /// <summary>Modules applied one after the other, with names.</summary>
        public static Sequential Sequential(IEnumerable<(string name, Module<Tensor, Tensor> submodule)> modules)
        {
            var result = new Sequential();
            foreach (var (name, module) in Given(modules))
            {
                result.append(name, module);
            }

            return result;
        }

        /// <summary>Modules applied one after the other, with names.</summary>
        public static Sequential Sequential(IEnumerable<Tuple<string, Module<Tensor, Tensor>>> modules)
            => Sequential(Given(modules).Select(pair => (pair.Item1, pair.Item2)));

        /// <summary>Modules applied one after the other, named by their positions.</summary>
        public static Sequential Sequential(IEnumerable<Module<Tensor, Tensor>> modules)
        {
            var result = new Sequential();
            foreach (var module in Given(modules))
            {
                result.append(module);
            }

            return result;
        }
    }
}
