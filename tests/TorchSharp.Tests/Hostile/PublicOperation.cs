using System.Reflection;
using TorchSharp.Utils;

namespace TorchSharp.Tests.Hostile;

/// <summary>A method of the public surface that can be called with made-up arguments.</summary>
internal sealed record PublicOperation(string Name, MethodInfo Method)
{
    // What changes the settings of the process, writes files or the console, or ends other tensors.
    private static readonly HashSet<string> s_left = [
        "Dispose", "save", "load", "Save", "Load", "from_file", "set_num_threads", "set_num_interop_threads", "set_default_device", "set_default_dtype", "set_default_tensor_type", "set_rng_state",
        "set_printoptions", "no_grad", "enable_grad", "inference_mode", "set_grad_enabled", "NewDisposeScope", "WrappedTensorDisposeScope", "MoveToOuterDisposeScope",
        "MoveToOtherDisposeScope", "DetachFromDisposeScope", "DetatchFromDisposeScope", "Equals", "ReferenceEquals", "GetType", "op_Implicit", "seed"];

    /// <summary>The operations in an order that does not change, ready to be drawn from.</summary>
    public static PublicOperation[] All { get; } = [.. Find().OrderBy(operation => operation.Name + operation.Method, StringComparer.Ordinal)];

    private static IEnumerable<PublicOperation> Find()
    {
        const BindingFlags Own = BindingFlags.Public | BindingFlags.DeclaredOnly;
        (string Prefix, Type Type)[] statics = [
            ("torch.", typeof(torch)), ("nn.", typeof(torch.nn)), ("F.", typeof(torch.nn.functional)), ("init.", typeof(torch.nn.init)),
            ("nn.utils.", typeof(torch.nn.utils)), ("linalg.", typeof(torch.linalg)), ("", typeof(TensorExtensionMethods))];
        var methods = statics.SelectMany(s => s.Type.GetMethods(Own | BindingFlags.Static).Select(m => new PublicOperation(s.Prefix + m.Name, m)))
            .Concat(typeof(torch.Tensor).GetMethods(Own | BindingFlags.Static | BindingFlags.Instance).Select(m => new PublicOperation("Tensor." + m.Name, m)))
            .Concat(typeof(TensorAccessor<float>).GetMethods(Own | BindingFlags.Instance).Select(m => new PublicOperation("TensorAccessor." + m.Name, m)));
        return methods.Where(operation => CanBeCalled(operation.Method));
    }

    private static bool CanBeCalled(MethodInfo method) =>
        !s_left.Contains(method.Name) && !method.Name.Contains("print", StringComparison.Ordinal) && !method.ReturnType.IsByRefLike
        && TakesAnyType(method)
        && method.GetParameters().All(p => !p.ParameterType.IsPointer && !p.ParameterType.IsByRefLike && !typeof(Delegate).IsAssignableFrom(p.ParameterType) && !typeof(Stream).IsAssignableFrom(p.ParameterType));

    /// <summary>Whether a method has no type parameters, or such that take any type of number.</summary>
    public static bool TakesAnyType(MethodInfo method) =>
        !method.IsGenericMethodDefinition || method.GetGenericArguments().All(type => type.GetGenericParameterConstraints().All(constraint => constraint == typeof(ValueType)));
}
