namespace TorchSharp.Core;

/// <summary>
/// Networks in half precision: each operation is computed in float32 and rounded once, at its result. The conversions belong to
/// the graph, so that gradients come back in half precision too.
/// </summary>
internal static partial class Ops
{
    public static bool IsHalf(Tensor x) => Dtypes.IsHalf(x.dtype);

    /// <summary>A function of the tensor in float32, its result in the tensor's own type.</summary>
    public static Tensor InSingle(Tensor x, Func<Tensor, Tensor> function)
    {
        using var scope = NewDisposeScope();
        return function(x.to_type(ScalarType.Float32)).to_type(x.dtype).MoveToOuterDisposeScope();
    }

    /// <summary>The same of a function that also gives places.</summary>
    public static (Tensor Values, Tensor Places) InSingle(Tensor x, Func<Tensor, (Tensor, Tensor)> function)
    {
        using var scope = NewDisposeScope();
        var (values, places) = function(x.to_type(ScalarType.Float32));
        return (values.to_type(x.dtype).MoveToOuterDisposeScope(), places.MoveToOuterDisposeScope());
    }

    /// <summary>Another argument in float32.</summary>
    public static Tensor? Single(Tensor? x) => x?.to_type(ScalarType.Float32);
}
