using System.Diagnostics.CodeAnalysis;

namespace TorchSharp.Modules;

/// <summary>What an optimizer remembers of one parameter.</summary>
public abstract class OptimizerState
{
    protected Parameter _parameter;

    protected OptimizerState(Parameter parameter) => _parameter = parameter;

    public virtual void SaveStateDict(BinaryWriter writer) => Fields(new FieldWriter(writer));

    public virtual void LoadStateDict(BinaryReader reader) => Fields(new FieldReader(reader));

    public virtual void LoadStateDict(OptimizerState source)
    {
        if (source.GetType() != GetType())
        {
            throw new ArgumentException($"A state of {GetType().DeclaringType?.Name} cannot take over one of {source.GetType().DeclaringType?.Name ?? source.GetType().Name}.");
        }

        Fields(new FieldCopier(ValuesOf(source)));
    }

    /// <summary>Whether another state is the same to within rounding.</summary>
    public virtual bool ApproximatelyEquals(OptimizerState other)
    {
        if (other.GetType() != GetType())
        {
            return false;
        }

        var comparer = new FieldComparer(ValuesOf(other));
        Fields(comparer);
        return comparer.Same == true;
    }

    // Names the fields of a state of the engine, in the order of the file form.
    private protected virtual void Fields(FieldVisitor visitor)
    {
    }

    // Disposes the tensors among the fields.
    private protected void DisposeFields() => Fields(new FieldDisposer());

    private static FieldValues ValuesOf(OptimizerState state)
    {
        var values = new FieldValues();
        state.Fields(values);
        return values;
    }

    /// <summary>Sets the state of a first step.</summary>
    public abstract void Initialize(OptimizerOptions options);

    public virtual void to(Device device)
    {
    }

    protected static void LoadConditionalStateTensor(BinaryReader reader, ref Tensor? result, Device device)
    {
        if (reader.ReadBoolean())
        {
            TensorExtensionMethods.Load(ref result, reader);
            result!.DetachFromDisposeScope();
        }
        else
        {
            result?.Dispose();
            result = null;
        }
    }

    protected static void SaveConditionalStateTensor(BinaryWriter writer, Tensor? tensor)
    {
        writer.Write(tensor is not null);
        tensor?.Save(writer);
    }

    // A tensor like the parameter, filled with a number, that no dispose scope owns.
    internal Tensor Fresh(double value = 0)
    {
        using var _ = no_grad();
        return full(_parameter.shape, value, _parameter.dtype).DetachFromDisposeScope();
    }

    // A copy of another state's tensor that no dispose scope owns, in place of the old one.
    [return: NotNullIfNotNull(nameof(source))]
    internal static Tensor? Replaced(Tensor? old, Tensor? source)
    {
        using var _ = no_grad();
        var copy = source?.clone().DetachFromDisposeScope();
        old?.Dispose();
        return copy;
    }
}
