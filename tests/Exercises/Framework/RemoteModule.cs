// A module of the submission, asked from here.

using NotebookHost.Grading;

namespace Exercises;

/// <summary>A <c>Module&lt;Tensor, Tensor&gt;</c> in the submission's process.</summary>
public sealed class RemoteModule
{
    private readonly Student student;
    private readonly int handle;
    private readonly string name;

    internal RemoteModule(Student student, int handle, string name) => (this.student, this.handle, this.name) = (student, handle, name);

    /// <summary>The number of elements of all parameters.</summary>
    public long ParameterCount => ParameterShapes.Values.Sum(shape => shape.Aggregate(1L, (a, b) => a * b));

    /// <summary>Shape by name of every parameter.</summary>
    public Dictionary<string, long[]> ParameterShapes => Table(Ask("the parameters", "parameters")).ToDictionary(p => p.Key, p => As<long[]>(p.Value));

    /// <summary>The type names of the module and all modules in it, in order.</summary>
    public IReadOnlyList<string> Kinds => As<string[]>(Ask("its modules", "kinds"));

    /// <summary>The output for an input.</summary>
    public Tensor Forward(Tensor input) => As<Tensor>(Ask($"forward of {Words.Value(input)}", "forward", input));

    /// <summary>The output and the gradients, when the loss is the sum of output times <paramref name="outputGradient"/>.</summary>
    public Gradients Backward(Tensor input, Tensor outputGradient)
    {
        var answer = Table(Ask($"backward through {Words.Value(input)}", "backward", input, outputGradient));
        return new(
            As<Tensor>(answer.GetValueOrDefault("output")),
            As<Tensor>(answer.GetValueOrDefault("input")),
            Tensors(answer.GetValueOrDefault("parameters")));
    }

    /// <summary>The state dictionary: parameters and buffers.</summary>
    public Dictionary<string, Tensor> State() => Tensors(Ask("the state", "state"));

    /// <summary>Copies values into parameters and buffers by name; names that are left out keep theirs.</summary>
    public void Load(Dictionary<string, Tensor> state) => Ask("to load a state", "load", state);

    /// <summary>Switches to training mode.</summary>
    public void Train() => Ask("train mode", "train");

    /// <summary>Switches to evaluation mode.</summary>
    public void Eval() => Ask("evaluation mode", "eval");

    /// <summary>Multiply-accumulates of convolution and linear layers for one sample of shape <c>[C, H, W]</c>.</summary>
    public long Macs(params long[] input) => As<long>(Ask($"the MACs at {Words.Shape(input)}", "macs", input));

    private object? Ask(string what, string verb, params object?[] arguments) => student.Ask($"{what} of {name}", verb, [handle, .. arguments]);

    private T As<T>(object? value) => Arguments.TryFit(value, typeof(T), out var fitted) && fitted is T right
        ? right
        : throw new UnmetExpectation($"{student.Asked} must be {Words.Of(typeof(T))}.", Words.Of(typeof(T)), value is null ? "nothing" : Words.Of(value.GetType()));

    private static Dictionary<string, object?> Table(object? value) => value is IEnumerable<KeyValuePair<string, object?>> table
        ? table.ToDictionary()
        : throw new UnmetExpectation("The module must answer with a table.", "a table", "something else");

    private Dictionary<string, Tensor> Tensors(object? value) => Table(value).ToDictionary(e => e.Key, e => As<Tensor>(e.Value));
}

/// <summary>What a backward pass gives.</summary>
/// <param name="Output">The output.</param>
/// <param name="Input">The gradient of the input.</param>
/// <param name="Parameters">The gradient of each parameter that has one.</param>
public sealed record Gradients(Tensor Output, Tensor Input, Dictionary<string, Tensor> Parameters);
