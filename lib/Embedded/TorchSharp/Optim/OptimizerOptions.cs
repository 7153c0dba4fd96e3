namespace TorchSharp.Modules;

/// <summary>The options of a parameter group. Subclasses add their own as public fields.</summary>
public class OptimizerOptions
{
    public double? LearningRate { get; set; }

    public double InitialLearningRate { get; set; }

    public virtual void SaveStateDict(BinaryWriter writer)
    {
        Given(writer).Write(InitialLearningRate);
        writer.Write(LearningRate!.Value);
        Fields(new FieldWriter(writer));
    }

    public virtual void LoadStateDict(BinaryReader reader)
    {
        InitialLearningRate = Given(reader).ReadDouble();
        LearningRate = reader.ReadDouble();
        Fields(new FieldReader(reader));
    }

    public virtual void LoadStateDict(OptimizerOptions source)
    {
        InitialLearningRate = Given(source).InitialLearningRate;
        LearningRate = source.LearningRate;
        Fields(new FieldCopier(ValuesOf(source)));
    }

    // Names the fields that a subclass of the engine adds, in the order of the file form.
    private protected virtual void Fields(FieldVisitor visitor)
    {
    }

    // The values of the optimizer, where the group names none.
    internal void Complete(OptimizerOptions defaults)
    {
        LearningRate ??= defaults.LearningRate;
        InitialLearningRate = LearningRate!.Value;
        Fields(new FieldCompleter(ValuesOf(defaults)));
    }

    private FieldValues ValuesOf(OptimizerOptions other)
    {
        if (!GetType().IsInstanceOfType(other) && !other.GetType().IsInstanceOfType(this))
        {
            throw new ArgumentException($"Options of {GetType().DeclaringType?.Name} cannot take those of {other.GetType().DeclaringType?.Name ?? other.GetType().Name}.");
        }

        var values = new FieldValues();
        other.Fields(values);
        return values;
    }
}
