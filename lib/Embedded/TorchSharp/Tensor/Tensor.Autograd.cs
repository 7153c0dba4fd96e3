namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Whether operations on this tensor are recorded. Only floating leaves can be told to.</summary>
        public bool requires_grad
        {
            get => Impl.RequiresGrad;
            set => requires_grad_(value);
        }

        public Tensor requires_grad_(bool requires_grad = true)
        {
            var impl = Impl;
            if (impl.GradFn is not null)
            {
                if (!requires_grad) throw new ExternalException("you can only change requires_grad flags of leaf variables. If you want to use a computed variable in a subgraph that doesn't require differentiation use var_no_grad = var.detach().");
                return this;
            }
            if (requires_grad && !Dtypes.IsFloating(impl.Dtype)) throw new ExternalException($"only Tensors of floating point dtype can require gradients, but this one is of type {Dtypes.CppName(impl.Dtype)}");
            if (requires_grad && impl.IsInference && !GradMode.Inference) throw new ExternalException("Setting requires_grad=True on inference tensor outside InferenceMode is not allowed.");
            impl.LeafRequiresGrad = requires_grad;
            return this;
        }

        public Tensor with_requires_grad(bool requires_grad = true) => requires_grad_(requires_grad);

        /// <summary>Whether no operation of the graph made this tensor.</summary>
        public bool is_leaf => Impl.GradFn is null;

        /// <summary>The accumulated gradient, as a new handle; null before the first backward.</summary>
        public Tensor? grad
        {
            get => Impl.Grad is { } grad ? Sharing(grad) : null;
            set
            {
                var impl = Impl;
                if (value is not null && !value.Impl.Shape.AsSpan().SequenceEqual(impl.Shape))
                    throw new ExternalException($"assigned grad has data of a different size: the tensor has shape {Shapes.Text(impl.Shape)}, the gradient {Shapes.Text(value.Impl.Shape)}");
                value?.Impl.Hold();
                var old = impl.Grad;
                impl.Grad = value?.Impl;
                old?.Release();
            }
        }

        /// <summary>A computed tensor keeps its gradient in backward.</summary>
        public void retain_grad()
        {
            var impl = Impl;
            if (impl.GradFn is not { } node)
            {
                if (!impl.LeafRequiresGrad) throw new ExternalException("can't retain_grad on Tensor that has requires_grad=False");
                return;
            }
            if (impl.RetainsGrad) return;
            impl.RetainsGrad = true;
            node.AddRetaining(impl.OutputNumber, impl);
        }

        /// <summary>Gradients of this one-element tensor flow to the leaves.</summary>
        public void backward() => BackwardPass.Run([this], [null], false, false, null);

        public void backward(IList<Tensor>? grad_tensors = null, bool retain_graph = false, bool create_graph = false, IList<Tensor>? inputs = null) =>
            autograd.backward([this], grad_tensors, retain_graph, create_graph, inputs);
    }

    /// <summary>Automatic differentiation.</summary>
    public static partial class autograd
    {
        /// <summary>Gradients of the outputs with respect to the inputs, without touching anyone's grad.</summary>
        public static IList<Tensor> grad(IList<Tensor> outputs, IList<Tensor> inputs, IList<Tensor>? grad_outputs = null, bool retain_graph = false, bool create_graph = false, bool allow_unused = false)
        {
            ArgumentNullException.ThrowIfNull(inputs);
            for (var i = 0; i < inputs.Count; i++)
                if (!inputs[i].requires_grad) throw new ExternalException("One of the differentiated Tensors does not require grad");
            var grads = BackwardPass.Run(outputs.ToArray(), Padded(grad_outputs, outputs.Count), retain_graph || create_graph, create_graph, [.. inputs.Select(t => t.Impl)]);
            for (var i = 0; i < grads.Length; i++)
            {
                if (grads[i] is null && !allow_unused) throw new ExternalException("One of the differentiated Tensors appears to not have been used in the graph. Set allow_unused=True if this is the desired behavior.");
            }
            foreach (var grad in grads)
                if (grad is not null) CurrentDisposeScope?.Attach(grad);
            return grads!;
        }

        /// <summary>Gradients of the tensors flow to the leaves, or to the given inputs only.</summary>
        public static void backward(IList<Tensor> tensors, IList<Tensor>? grad_tensors = null, bool? retain_graph = null, bool create_graph = false, IList<Tensor>? inputs = null)
        {
            var targets = inputs?.Select(t => t.Impl).ToArray();
            var grads = BackwardPass.Run(tensors.ToArray(), Padded(grad_tensors, tensors.Count), retain_graph ?? create_graph, create_graph, targets);
            if (targets is null) return;
            using var mode = new GradModeGuard(create_graph);
            for (var i = 0; i < targets.Length; i++)
            {
                if (grads[i] is not { } grad) continue;
                AccumulateGrad.Accumulate(targets[i], grad);
                grad.Dispose();
            }
        }

        public static void backward(Tensor tensor, IList<Tensor>? grad_tensors = null, bool? retain_graph = null, bool create_graph = false, IList<Tensor>? inputs = null) =>
            backward([Given(tensor)], grad_tensors, retain_graph, create_graph, inputs);

        public static void backward(Tensor tensor, Tensor grad_tensor, bool? retain_graph = null, bool create_graph = false, IList<Tensor>? inputs = null) =>
            backward([Given(tensor)], [grad_tensor], retain_graph, create_graph, inputs);

        private static Tensor?[] Padded(IList<Tensor>? grads, int count)
        {
            if (grads is null) return new Tensor?[count];
            if (grads.Count != count) throw new ExternalException($"got {count} tensors and {grads.Count} gradients");
            return grads.ToArray();
        }
    }

    /// <summary>Nothing is recorded until the end of the using.</summary>
    public static IDisposable no_grad() => new GradModeScope(false);

    public static IDisposable enable_grad(bool enabled = true) => new GradModeScope(enabled);

    public static IDisposable set_grad_enabled(bool mode = true) => new GradModeScope(mode);

    /// <summary>Like no_grad; tensors made inside cannot become part of a graph later.</summary>
    public static IDisposable inference_mode(bool mode = true) => new GradModeScope(!mode && GradMode.Enabled, mode);

    public static bool is_grad_enabled() => GradMode.Enabled;

    public static bool is_inference_mode_enabled() => GradMode.Inference;
}
