// Walks modules with symbolic values, keeps the scope of names, and records each step as a layer.
using static TorchSharp.torch.nn;

namespace ConvNets.Geometry;

/// <summary>The notebook of one symbolic walk.</summary>
internal sealed class Recorder
{
    private readonly Dictionary<Module, string> _names = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<Module> _counted = new(ReferenceEqualityComparer.Instance);
    private readonly Stack<(string Name, Module? Leaf)> _scopes = new();
    private bool _insideAuxiliary;

    public Recorder(Module root, bool auxiliary)
    {
        Auxiliary = auxiliary;
        _names[root] = "";
        Name(root, "");
        _scopes.Push(("", null));
    }

    public bool Auxiliary { get; }

    public List<Layer> Layers { get; } = [];

    /// <summary>The module behind each layer; null for an operation between modules.</summary>
    public List<Module?> Modules { get; } = [];

    private void Name(Module module, string prefix)
    {
        foreach (var (name, child) in module.named_children())
        {
            var full = prefix.Length == 0 ? name : $"{prefix}.{name}";
            if (_names.TryAdd(child, full))
                Name(child, full);
        }
    }

    public Flow Input(long[] shape)
    {
        var layer = new Layer(0, "input", "Input", [], shape, null, null, null, 0, 0, Field.Pixel, Field.Pixel, false, false);
        Layers.Add(layer);
        Modules.Add(null);
        return new(this, layer);
    }

    public Flow Walk(Flow x, Module module)
    {
        var name = _names.GetValueOrDefault(module, module.GetName());
        _scopes.Push((name, module.named_children().Any() ? null : module));
        try
        {
            return module is ITraceable traceable ? traceable.Trace(x) : Walker.Walk(this, x, module);
        }
        finally
        {
            _scopes.Pop();
        }
    }

    public void InAuxiliary(Action walk)
    {
        var before = _insideAuxiliary;
        _insideAuxiliary = true;
        walk();
        _insideAuxiliary = before;
    }

    public Flow Classify(Flow x, Module classifier)
    {
        var first = Layers.Count;
        var y = x.Through(classifier);
        if (y.Shape is not [_, 1, 1])
            return y;
        for (var i = first; i < Layers.Count; i++)
            Layers[i] = Layers[i] with { Global = true, Vertical = x.Source.Vertical, Horizontal = x.Source.Horizontal };
        return new(this, Layers[y.Source.Id]);
    }

    /// <summary>A step that keeps the receptive field.</summary>
    public Flow Step(Flow x, string kind, long[] output, Module? module = null, long macs = 0, bool? global = null, double? factor = null) =>
        Record(kind, [x.Source.Id], output, module, macs, x.Source.Vertical, x.Source.Horizontal, global ?? x.Source.Global, factor: factor);

    /// <summary>A step that slides a window over a map.</summary>
    public Flow Slide(Flow x, Module? module, string kind, long channels, Window vertical, Window horizontal, long macsPerOutput = 0)
    {
        RequireMap(x, kind);
        var (height, width) = (vertical.Outputs(x.Shape[1]), horizontal.Outputs(x.Shape[2]));
        if (height < 1 || width < 1)
            throw Refuse(x, kind, $"its {Size(vertical.Extent, horizontal.Extent)} window is larger than the padded map of " +
                Size(x.Shape[1] + vertical.Before + vertical.After, x.Shape[2] + horizontal.Before + horizontal.After));
        long[] padding = vertical.Before == vertical.After && horizontal.Before == horizontal.After
            ? [vertical.Before, horizontal.Before]
            : [vertical.Before, vertical.After, horizontal.Before, horizontal.After];
        return Record(kind, [x.Source.Id], [channels, height, width], module, macsPerOutput * height * width,
            x.Source.Vertical.Through(vertical), x.Source.Horizontal.Through(horizontal), x.Source.Global,
            [vertical.Kernel, horizontal.Kernel], [vertical.Stride, horizontal.Stride], padding);
    }

    /// <summary>A step that slides a transposed window over a map.</summary>
    public Flow Slide(Flow x, Module? module, string kind, long channels, TransposedWindow vertical, TransposedWindow horizontal, long macsPerInput)
    {
        RequireMap(x, kind);
        return Record(kind, [x.Source.Id], [channels, vertical.Outputs(x.Shape[1]), horizontal.Outputs(x.Shape[2])],
            module, macsPerInput * x.Shape[1] * x.Shape[2],
            x.Source.Vertical.Through(vertical), x.Source.Horizontal.Through(horizontal), x.Source.Global,
            [vertical.Kernel, horizontal.Kernel], [vertical.Stride, horizontal.Stride], [vertical.Padding, horizontal.Padding]);
    }

    /// <summary>Two paths that meet element by element.</summary>
    public Flow Join(Flow a, Flow b, string kind)
    {
        if (a.Shape.Length != b.Shape.Length || !a.Shape.Zip(b.Shape).All(n => n.First == n.Second || n.First == 1 || n.Second == 1))
            throw Refuse(b, kind, $"the other path has {Shape(a.Shape)}");
        var output = a.Shape.Zip(b.Shape, Math.Max).ToArray();
        return Meet([a, b], kind, output);
    }

    /// <summary>Paths side by side along the channels.</summary>
    public Flow Concat(IReadOnlyList<Flow> paths)
    {
        var first = paths[0];
        foreach (var path in paths)
            if (path.Shape.Length != first.Shape.Length || !path.Shape.AsSpan(1).SequenceEqual(first.Shape.AsSpan(1)))
                throw Refuse(path, "Concat", $"the first path has {Shape(first.Shape)}, and maps of different size cannot be concatenated");
        return Meet(paths, "Concat", [paths.Sum(path => path.Channels), .. first.Shape[1..]]);
    }

    private Flow Meet(IReadOnlyList<Flow> paths, string kind, long[] output)
    {
        var maps = paths.Where(path => !path.Source.Global).ToList();
        var global = maps.Count == 0;
        if (global)
            maps = [.. paths];
        var (vertical, horizontal) = (maps[0].Source.Vertical, maps[0].Source.Horizontal);
        foreach (var path in maps.Skip(1))
        {
            vertical = Field.Union(vertical, path.Source.Vertical);
            horizontal = Field.Union(horizontal, path.Source.Horizontal);
        }
        return Record(kind, [.. paths.Select(path => path.Source.Id)], output, null, 0, vertical, horizontal, global);
    }

    private Flow Record(
        string kind, IReadOnlyList<int> inputs, long[] output, Module? module, long macs, Field vertical, Field horizontal, bool global,
        long[]? kernel = null, long[]? stride = null, long[]? padding = null, double? factor = null)
    {
        var name = NameOf(module, kind);
        var parameters = module is not null && _counted.Add(module)
            ? module.parameters().Sum(parameter => parameter.shape.Aggregate(1L, (product, n) => product * n))
            : 0;
        var layer = new Layer(
            Layers.Count, name, kind, inputs, output, kernel, stride, padding, parameters, macs, vertical, horizontal, global, _insideAuxiliary)
        {
            Factor = factor,
        };
        Layers.Add(layer);
        Modules.Add(module ?? _scopes.Peek().Leaf);
        return new(this, layer);
    }

    /// <summary>A module by its name; an operation inside a leaf by the leaf's; any other by its block and its kind.</summary>
    private string NameOf(Module? module, string kind)
    {
        var (scope, leaf) = _scopes.Peek();
        if (module is not null && _names.TryGetValue(module, out var known))
            scope = known;
        else if (leaf is null)
            return scope.Length == 0 ? kind.ToLowerInvariant() : $"{scope}.{kind.ToLowerInvariant()}";
        return scope.Length == 0 ? kind.ToLowerInvariant() : scope;
    }

    public void RequireMap(Flow x, string kind)
    {
        if (x.Shape.Length != 3)
            throw Refuse(x, kind, "it needs a map of [channels, height, width]");
    }

    public ShapeException Refuse(Flow x, string? kind, string reason)
    {
        var name = _scopes.Peek().Name is { Length: > 0 } scope ? scope : "the network";
        return new($"Layer '{name}'{(kind is null ? "" : $" ({kind})")} cannot take an input of {Shape(x.Shape)}: {reason}.", name, x.Shape);
    }

    public static string Shape(long[] shape) => string.Join('x', shape);

    private static string Size(long height, long width) => $"{height}x{width}";
}
