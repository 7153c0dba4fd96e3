// A graph of ONNX: nodes, constants and named weights. Field numbers are those of onnx.proto (github.com/onnx/onnx).
using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace ConvNets.Export.Onnx;

/// <summary>Collects nodes and initializers and writes them as a GraphProto.</summary>
/// <param name="name">Name of the graph.</param>
/// <param name="outer">The graph around this one, whose initializers it sees; null for the model's graph.</param>
internal sealed class OnnxGraph(string name, OnnxGraph? outer = null)
{
    private const int FloatType = 1, IntegerType = 7;

    private readonly List<ProtoMessage> nodes = [];
    private readonly List<ProtoMessage> initializers = [];
    private readonly List<ProtoMessage> inputs = [];
    private readonly List<ProtoMessage> outputs = [];
    private readonly HashSet<string> names = outer?.names ?? [];
    private readonly HashSet<string> stored = outer?.stored ?? [];

    /// <summary>A value's name that no other value has.</summary>
    public string Unique(string wanted)
    {
        var name = wanted;
        for (var i = 2; !names.Add(name); i++)
            name = $"{wanted}_{i}";
        return name;
    }

    /// <summary>Adds a node with one output and returns the output's name.</summary>
    public string Node(string op, string name, IEnumerable<string> inputs, params ReadOnlySpan<ProtoMessage> attributes) =>
        Nodes(op, name, inputs, 1, attributes)[0];

    /// <summary>Adds a node with several outputs.</summary>
    public string[] Nodes(string op, string name, IEnumerable<string> inputs, int count, params ReadOnlySpan<ProtoMessage> attributes)
    {
        var results = Enumerable.Range(0, count).Select(_ => Unique(name)).ToArray();
        var node = new ProtoMessage().Texts(1, inputs).Texts(2, results).Text(3, results[0]).Text(4, op);
        foreach (var attribute in attributes)
            node.Message(5, attribute);
        nodes.Add(node);
        return results;
    }

    /// <summary>A weight under its state-dict name, written from its tensor; float32.</summary>
    public string Weight(string name, Tensor tensor)
    {
        if (stored.Add(name))
        {
            names.Add(name);
            (outer ?? this).initializers.Add(Stored(name, tensor.shape, FloatType, tensor.numel() * sizeof(float), stream =>
            {
                using var values = tensor.detach().to(ScalarType.Float32).cpu().contiguous();
                stream.Write(values.bytes);
            }));
        }
        return name;
    }

    /// <summary>Integers, such as the shape that a Reshape asks for.</summary>
    public string Constant(string name, params long[] values) => Constant(name, [values.Length], IntegerType, MemoryMarshal.AsBytes(values.AsSpan()).ToArray());

    /// <summary>Numbers of a shape; no shape for a scalar.</summary>
    public string Constant(string name, float[] values, params long[] shape) => Constant(name, shape, FloatType, MemoryMarshal.AsBytes(values.AsSpan()).ToArray());

    private string Constant(string name, long[] shape, int type, byte[] bytes)
    {
        name = Unique(name);
        initializers.Add(Stored(name, shape, type, bytes.Length, stream => stream.Write(bytes)));
        return name;
    }

    private static ProtoMessage Stored(string name, long[] shape, int type, long length, Action<Stream> write) =>
        new ProtoMessage().Integers(1, shape).Integer(2, type).Text(8, name).Bytes(9, length, write);

    /// <summary>An input of float32; its sizes are numbers, or names of sizes that stay open.</summary>
    public string Input(string name, params object[] shape)
    {
        inputs.Add(Value(name = Unique(name), shape));
        return name;
    }

    /// <summary>Declares a value as an output of float32.</summary>
    public void Output(string name, params object[] shape) => outputs.Add(Value(name, shape));

    private static ProtoMessage Value(string name, object[] shape)
    {
        var dimensions = new ProtoMessage();
        foreach (var size in shape)
            dimensions.Message(1, size is long number ? new ProtoMessage().Integer(1, number) : new ProtoMessage().Text(2, (string)size));
        var tensor = new ProtoMessage().Integer(1, FloatType).Message(2, dimensions);
        return new ProtoMessage().Text(1, name).Message(2, new ProtoMessage().Message(1, tensor));
    }

    /// <summary>The GraphProto.</summary>
    public ProtoMessage Build(string? document = null)
    {
        var graph = new ProtoMessage();
        foreach (var node in nodes)
            graph.Message(1, node);
        graph.Text(2, name);
        foreach (var initializer in initializers)
            graph.Message(5, initializer);
        if (document is not null)
            graph.Text(10, document);
        foreach (var input in inputs)
            graph.Message(11, input);
        foreach (var output in outputs)
            graph.Message(12, output);
        return graph;
    }

    public static ProtoMessage Attribute(string name, long value) => new ProtoMessage().Text(1, name).Integer(3, value).Integer(20, 2);

    public static ProtoMessage Attribute(string name, double value) => new ProtoMessage().Text(1, name).Float(2, (float)value).Integer(20, 1);

    public static ProtoMessage Attribute(string name, params long[] values) => new ProtoMessage().Text(1, name).Integers(8, values).Integer(20, 7);

    public static ProtoMessage Attribute(string name, OnnxGraph graph) => new ProtoMessage().Text(1, name).Message(6, graph.Build()).Integer(20, 5);
}
