// The submission as the checks see it: functions and modules by name. It runs in another process; only plain data travels, and
// what comes back is a number, a text, a tensor or an array of them, finite, or the check fails with a sentence.

using NotebookHost.Grading;

namespace Exercises;

/// <summary>The proxy of a submission.</summary>
public sealed class Student : IDisposable
{
    private readonly SandboxedCell cell;
    private readonly bool skipsStubs;

    /// <summary>The proxy in a test run: the solution of the exercise whose checks xunit runs.</summary>
    public Student() : this(Solutions.OfRunningTest(), Seeds.Of(Seeds.Learner, "xunit"), skipsStubs: !Solutions.AreHere)
    {
    }

    /// <summary>The proxy of a cell.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="seed">Where random inputs come from.</param>
    /// <param name="skipsStubs">Whether xunit shall skip a check of what is not written yet: in a learner's edition that is no failure.</param>
    internal Student(SandboxedCell cell, int seed, bool skipsStubs = false) => (this.cell, Seed, Random, this.skipsStubs) = (cell, seed, new Random(seed), skipsStubs);

    /// <summary>The seed of this check; it differs for the learner and the grader.</summary>
    public int Seed { get; }

    /// <summary>Numbers drawn from <see cref="Seed"/>.</summary>
    public Random Random { get; }

    /// <summary>The last thing that was asked, in C#.</summary>
    internal string Asked { get; private set; } = "";

    /// <summary>What the code printed last.</summary>
    internal string Printed => cell.Printed;

    /// <summary>A float tensor of normal numbers, drawn from <see cref="Random"/>.</summary>
    public Tensor Tensor(params long[] shape)
    {
        var values = new float[shape.Aggregate(1L, (a, b) => a * b)];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = (float)(Math.Sqrt(-2 * Math.Log(1 - Random.NextDouble())) * Math.Cos(2 * Math.PI * Random.NextDouble()));
        }

        return tensor(values, shape);
    }

    /// <summary>Calls a static function of the cell.</summary>
    /// <typeparam name="T">A number, bool, string, Tensor, or an array of them.</typeparam>
    public T Call<T>(string function, params object?[] args)
    {
        var value = Ask(Words.Call(function, args), "call", [Seed, function, .. args]);
        return Arguments.TryFit(value, typeof(T), out var fitted)
            ? (T)fitted!
            : throw new UnmetExpectation($"{Asked} must return {Words.Of(typeof(T))}.", Words.Of(typeof(T)), value is null ? "null" : Words.Of(value.GetType()));
    }

    /// <summary>Builds a module by a function that returns one, or by its class.</summary>
    public RemoteModule Module(string factoryOrClass, params object?[] args)
    {
        var made = Words.Call(factoryOrClass, args);
        return new RemoteModule(this, (int)Ask(made, "module", [Seed, factoryOrClass, .. args])!, made);
    }

    /// <summary>Passes when the function throws <typeparamref name="TException"/> or an exception derived from it; gives its message.</summary>
    public string Throws<TException>(string function, params object?[] args) where TException : Exception
    {
        var name = typeof(TException).Name;
        object? value;
        try
        {
            value = Ask(Words.Call(function, args), "call", [Seed, function, .. args]);
        }
        catch (FaultException fault) when (fault.Kind is FaultKind.Threw && fault.Types.Contains(typeof(TException).FullName))
        {
            return fault.Said;
        }
        catch (FaultException fault) when (fault.Kind is FaultKind.Threw)
        {
            throw new UnmetExpectation($"{Asked} must be refused by an {name}; it threw another exception.", $"an {name}", fault.Message);
        }

        throw new UnmetExpectation($"{Asked} must be refused by an {name}; it returned {Words.Value(value)}.", $"an {name}", Words.Value(value));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    internal object? Ask(string asked, string verb, object?[] arguments)
    {
        Asked = asked;
        object? value;
        try
        {
            value = cell.Ask(verb, arguments);
        }
        catch (FaultException fault) when (skipsStubs && fault.Kind == FaultKind.NotAttempted)
        {
            Assert.Skip(fault.Message);
            throw;
        }

        Finite.Require(asked, value);
        return value;
    }
}
