namespace TorchSharp;

public static partial class torch
{
    public static partial class autograd
    {
        /// <summary>What a custom function keeps from forward for backward.</summary>
        public class AutogradContext : IDisposable
        {
            private readonly Dictionary<string, object> _data = [];
            private List<Tensor> _toSave = [];
            private List<SavedTensor?> _saved = [];

            internal AutogradContext()
            {
            }

            internal List<Tensor> NotDifferentiable { get; private set; } = [];

            internal List<Tensor> Dirty { get; private set; } = [];

            /// <summary>Whether outputs without a gradient get one of zeros.</summary>
            public bool MaterializeGrads { get; private set; } = true;

            public void save_for_backward(List<Tensor> tensors) => _toSave = tensors;

            public void save_data(string key, object value) => _data[key] = value;

            public void mark_dirty(List<Tensor> tensors) => Dirty = [.. tensors];

            public void mark_non_differentiable(List<Tensor> tensors) => NotDifferentiable = [.. tensors];

            public void set_materialize_grads(bool value) => MaterializeGrads = value;

            public List<Tensor> get_saved_variables() => [.. _saved.Select(s => s?.Get()!)];

            public object? get_data(string key) => _data.GetValueOrDefault(key);

            public void Dispose() => GC.SuppressFinalize(this);

            internal void Save(CustomNode node, IReadOnlyList<Tensor> outputs) =>
                _saved = [.. _toSave.Select(t => t is null || t.IsInvalid ? null : node.Keep(t, outputs))];
        }

        /// <summary>An operation whose derivative the user writes.</summary>
        public abstract class Function<T> where T : Function<T>, new()
        {
            public abstract string Name { get; }

            public static List<Tensor> apply_internal(params object[] vars)
            {
                var function = new T();
                var context = new AutogradContext();
                var inputs = vars.OfType<Tensor>().ToArray();
                var node = GradMode.Needs(inputs) ? new CustomNode(function.Name, inputs, [.. vars.Select(v => v is Tensor)], context, function.backward_internal) : null;
                List<Tensor> outputs;
                using (new GradModeGuard(false)) outputs = function.forward_internal(context, vars);
                if (node is null) return outputs;
                // An input that forward hands out as it is becomes an output of its own.
                for (var i = 0; i < outputs.Count; i++)
                {
                    var output = outputs[i];
                    if (inputs.Any(t => t.Impl == output.Impl) && !context.Dirty.Any(t => t.Impl == output.Impl)) outputs[i] = output.detach();
                }
                node.AttachAll(outputs, context.NotDifferentiable);
                context.Save(node, outputs);
                return outputs;
            }

            internal abstract List<Tensor> forward_internal(AutogradContext ctx, params object[] vars);

            internal abstract List<Tensor> backward_internal(AutogradContext ctx, List<Tensor> grad_outputs);
        }

        /// <summary>A custom function with one output.</summary>
        public abstract class SingleTensorFunction<T> : Function<T> where T : SingleTensorFunction<T>, new()
        {
            public static Tensor apply(params object[] vars) => apply_internal(vars)[0];

            public abstract Tensor forward(AutogradContext ctx, params object[] vars);

            public abstract List<Tensor> backward(AutogradContext ctx, Tensor grad_output);

            internal sealed override List<Tensor> forward_internal(AutogradContext ctx, params object[] vars) => [forward(ctx, vars)];

            internal sealed override List<Tensor> backward_internal(AutogradContext ctx, List<Tensor> grad_outputs) => backward(ctx, grad_outputs[0]);
        }

        /// <summary>A custom function with several outputs.</summary>
        public abstract class MultiTensorFunction<T> : Function<T> where T : MultiTensorFunction<T>, new()
        {
            public static List<Tensor> apply(params object[] vars) => apply_internal(vars);

            public abstract List<Tensor> forward(AutogradContext ctx, params object[] vars);

            public abstract List<Tensor> backward(AutogradContext ctx, List<Tensor> grad_outputs);

            internal sealed override List<Tensor> forward_internal(AutogradContext ctx, params object[] vars) => forward(ctx, vars);

            internal sealed override List<Tensor> backward_internal(AutogradContext ctx, List<Tensor> grad_outputs) => backward(ctx, grad_outputs);
        }
    }
}
