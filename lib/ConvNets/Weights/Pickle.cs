// The values that an unpickler builds: data only. Nothing here can run.
namespace ConvNets.Weights;

/// <summary>A name that a pickle refers to, such as <c>torch._utils._rebuild_tensor_v2</c>; known names have a meaning, none is called.</summary>
internal sealed record PickleGlobal(string Module, string Name)
{
    public override string ToString() => $"{Module}.{Name}";
}

/// <summary>A dictionary with its order.</summary>
internal sealed class PickleDictionary
{
    public List<KeyValuePair<object?, object?>> Items { get; } = [];
}

/// <summary>The place of a tensor's elements: a storage of a file.</summary>
internal sealed record PickleStorage(ElementType Type, string Key, long Count);

/// <summary>A tensor over a storage.</summary>
internal sealed record PickleTensor(PickleStorage Storage, long Offset, long[] Shape, long[] Strides);
