namespace TorchSharp.Modules;

/// <summary>
/// Something that is done to each field of an optimizer's options or of its state. A class names its fields once, in the order
/// of the file form; writing, reading, copying, completing, comparing and freeing them are the visitors below.
/// </summary>
internal abstract class FieldVisitor
{
    /// <summary>Visits a number, a flag, or a tensor; an optional tensor may be null.</summary>
    public abstract void Field<T>(ref T value, bool optional = false);
}

/// <summary>Writes the fields.</summary>
internal sealed class FieldWriter(BinaryWriter writer) : FieldVisitor
{
    public override void Field<T>(ref T value, bool optional = false)
    {
        if (optional)
        {
            writer.Write(value is not null);
        }

        switch (value)
        {
            case long number: writer.Write(number); break;
            case double number: writer.Write(number); break;
            case bool flag: writer.Write(flag); break;
            case Tensor tensor: tensor.Save(writer); break;
            default:
                if (!optional)
                {
                    throw new InvalidOperationException("An optimizer's option without a value cannot be written.");
                }

                break;
        }
    }
}

/// <summary>Reads the fields that <see cref="FieldWriter"/> wrote.</summary>
internal sealed class FieldReader(BinaryReader reader) : FieldVisitor
{
    public override void Field<T>(ref T value, bool optional = false)
    {
        if (typeof(T) == typeof(Tensor))
        {
            value = (T)(object)Read((Tensor?)(object?)value, optional)!;
        }
        else
        {
            object read = typeof(T) == typeof(long) ? reader.ReadInt64() : typeof(T) == typeof(bool?) ? reader.ReadBoolean() : reader.ReadDouble();
            value = (T)read;
        }
    }

    private Tensor? Read(Tensor? old, bool optional)
    {
        if (optional && !reader.ReadBoolean())
        {
            old?.Dispose();
            return null;
        }

        if (optional)
        {
            TensorExtensionMethods.Load(ref old, reader);
            old!.DetachFromDisposeScope();
        }
        else
        {
            old!.Load(reader);
        }

        return old;
    }
}

/// <summary>Collects the values of the fields.</summary>
internal sealed class FieldValues : FieldVisitor
{
    private readonly Queue<object?> _values = [];

    public override void Field<T>(ref T value, bool optional = false) => _values.Enqueue(value);

    public object? Next() => _values.Dequeue();
}

/// <summary>Takes over the values of another's fields; tensors are copied.</summary>
internal sealed class FieldCopier(FieldValues source) : FieldVisitor
{
    public override void Field<T>(ref T value, bool optional = false)
    {
        var next = source.Next();
        value = typeof(T) == typeof(Tensor) ? (T)(object)OptimizerState.Replaced((Tensor?)(object?)value, (Tensor?)next)! : (T)next!;
    }
}

/// <summary>Gives the fields that have no value another's.</summary>
internal sealed class FieldCompleter(FieldValues source) : FieldVisitor
{
    public override void Field<T>(ref T value, bool optional = false)
    {
        var next = source.Next();
        if (value is null)
        {
            value = (T)next!;
        }
    }
}

/// <summary>Compares the fields with another's, tensors to within rounding.</summary>
internal sealed class FieldComparer(FieldValues other) : FieldVisitor
{
    /// <summary>Whether there were fields and all were the same.</summary>
    public bool? Same { get; private set; }

    public override void Field<T>(ref T value, bool optional = false)
    {
        var next = other.Next();
        Same = (Same ?? true) && (value is Tensor tensor ? next is Tensor theirs && tensor.allclose(theirs) : Equals(value, next));
    }
}

/// <summary>Disposes the tensors.</summary>
internal sealed class FieldDisposer : FieldVisitor
{
    public override void Field<T>(ref T value, bool optional = false) => (value as Tensor)?.Dispose();
}
