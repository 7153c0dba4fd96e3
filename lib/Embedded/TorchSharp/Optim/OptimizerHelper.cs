using TorchSharp.Utils;
using static TorchSharp.torch.optim;

namespace TorchSharp.Modules;

/// <summary>What the optimizers share: parameter groups, a state for each parameter, and saving both.</summary>
public abstract partial class OptimizerHelper : Optimizer
{
    protected OptimizerOptions? _defaults;
    private protected OrderedDict<Parameter, OptimizerState> _state = [];

    /// <summary>The options of the groups and the states of the parameters, live.</summary>
    public virtual StateDictionary state_dict()
    {
        var result = new StateDictionary();
        var place = 0;
        foreach (var group in _parameter_groups)
        {
            result.Options.Add(group.Options!);
            var places = new List<int>();
            foreach (var parameter in group.Parameters)
            {
                places.Add(place++);
                result.State.Add(_state[parameter]);
            }

            result.StateIndexRef.Add(places);
        }

        return result;
    }

    /// <summary>Takes over options and states, copied.</summary>
    /// <exception cref="ArgumentException">The numbers of groups or of parameters differ.</exception>
    public virtual void load_state_dict(StateDictionary state_dict)
    {
        var own = this.state_dict();
        CheckCounts(own, Given(state_dict).Options.Count, state_dict.State.Count);
        for (var i = 0; i < own.Options.Count; i++)
        {
            if (own.Options[i] != state_dict.Options[i])
            {
                own.Options[i].LoadStateDict(state_dict.Options[i]);
            }
        }

        for (var i = 0; i < own.State.Count; i++)
        {
            if (own.State[i] != state_dict.State[i])
            {
                own.State[i].LoadStateDict(state_dict.State[i]);
            }
        }
    }

    /// <summary>Writes options and states to a file.</summary>
    public void save_state_dict(string location)
    {
        using var writer = new BinaryWriter(File.Create(location));
        save_state_dict(writer);
    }

    /// <summary>Writes the class name, the counts of groups and states (LEB128), the options and the states.</summary>
    public void save_state_dict(BinaryWriter writer)
    {
        var own = state_dict();
        writer.Write(GetType().Name);
        writer.Encode(own.Options.Count);
        writer.Encode(own.State.Count);
        foreach (var options in own.Options)
        {
            options.SaveStateDict(writer);
        }

        foreach (var state in own.State)
        {
            state.SaveStateDict(writer);
        }
    }

    /// <summary>Reads options and states from a file that <see cref="save_state_dict(string)"/> wrote.</summary>
    public void load_state_dict(string location)
    {
        using var reader = new BinaryReader(File.OpenRead(location));
        load_state_dict(reader);
    }

    /// <summary>Reads options and states.</summary>
    /// <exception cref="InvalidDataException">Another kind of optimizer wrote them.</exception>
    /// <exception cref="ArgumentException">The numbers of groups or of parameters differ.</exception>
    public void load_state_dict(BinaryReader reader)
    {
        var found = reader.ReadString();
        if (found != GetType().Name)
        {
            throw new InvalidDataException($"Mismatched optimizer type: expected '{GetType().Name}', but found '{found}' in the loaded stream.");
        }

        var own = state_dict();
        CheckCounts(own, reader.Decode(), reader.Decode());
        foreach (var options in own.Options)
        {
            options.LoadStateDict(reader);
        }

        foreach (var state in own.State)
        {
            state.LoadStateDict(reader);
        }
    }

    // Takes a group, its options completed by those of the optimizer, with a fresh state for each parameter.
    private protected void Register<TOptions>(ParamGroup group, Func<Parameter, OptimizerState> state)
        where TOptions : OptimizerOptions, new()
    {
        ArgumentNullException.ThrowIfNull(group, "param_group");
        group.Options ??= new TOptions();
        group.Options.Complete(_defaults!);
        group.Parameters = [.. group.Parameters];
        _parameter_groups.Add(group);
        foreach (var parameter in group.Parameters)
        {
            var fresh = state(parameter);
            _state[parameter] = fresh;
            fresh.Initialize(group.Options!);
        }
    }

    /// <summary>Moves the states to a device.</summary>
    public void to(Device device)
    {
        foreach (var (_, state) in _state)
        {
            state.to(device);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            foreach (var (_, state) in _state)
            {
                (state as IDisposable)?.Dispose();
            }

            _state.Clear();
        }

        base.Dispose(disposing);
    }

    private protected static void NotNegative(double value, string what)
    {
        if (value < 0)
        {
            throw new ArgumentException($"Invalid {what}: {value}");
        }
    }

    private protected static void Fraction(double value, string what)
    {
        if (value is not (>= 0 and < 1))
        {
            throw new ArgumentException($"Invalid {what}: {value}");
        }
    }

    private static void CheckCounts(StateDictionary own, long options, long states)
    {
        if (options != own.Options.Count)
        {
            throw new ArgumentException("Invalid optimizer state -- different number of parameter groups.");
        }

        if (states != own.State.Count)
        {
            throw new ArgumentException("Invalid optimizer state -- different number of states.");
        }
    }
}
