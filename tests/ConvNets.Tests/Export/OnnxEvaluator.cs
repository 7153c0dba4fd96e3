// A small interpreter of ONNX, written from the operators' specification (github.com/onnx/onnx, Operators.md, opset 13).
using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ConvNets.Tests.Export;

/// <summary>Runs the graph of a file.</summary>
internal sealed class OnnxEvaluator
{
    private readonly ProtoFields graph;

    public OnnxEvaluator(string path)
    {
        var model = new ProtoFields(File.ReadAllBytes(path));
        graph = model.Messages(7).Single();
        Opset = model.Messages(8).Single().Integer(2);
        Nodes = [.. graph.Messages(1).Select(node => (node.Text(4), node.Text(3)))];
        Weights = [.. graph.Messages(5).Select(initializer => initializer.Text(8))];
    }

    public long Opset { get; }

    public IReadOnlyList<(string Op, string Name)> Nodes { get; }

    public IReadOnlyList<string> Weights { get; }

    public Tensor Run(Tensor input)
    {
        Assert.Equal([.. input.shape[1..]], Sizes(graph.Messages(11).Single())[1..]);
        var values = Evaluate(graph, new Dictionary<string, Tensor>(), [input]);
        Assert.Equal([.. values[0].shape[1..]], Sizes(graph.Messages(12).Single())[1..]);
        return values[0];
    }

    private static long[] Sizes(ProtoFields value) =>
        [.. value.Messages(2).Single().Messages(1).Single().Messages(2).Single().Messages(1).Select(dimension => dimension.Integer(1))];

    private static List<Tensor> Evaluate(ProtoFields graph, IReadOnlyDictionary<string, Tensor> outer, List<Tensor> inputs)
    {
        var values = new Dictionary<string, Tensor>(outer);
        foreach (var initializer in graph.Messages(5))
            values.Add(initializer.Text(8), Stored(initializer));
        foreach (var (input, value) in graph.Messages(11).Zip(inputs))
            values.Add(input.Text(1), value);
        foreach (var node in graph.Messages(1))
        {
            var attributes = node.Messages(5).ToDictionary(attribute => attribute.Text(1));
            var results = Apply(node.Text(4), [.. node.Texts(1).Select(name => values[name])], attributes, node.Texts(2).Length, values);
            foreach (var (name, value) in node.Texts(2).Zip(results))
                values.Add(name, value);
        }
        return [.. graph.Messages(12).Select(output => values[output.Text(1)])];
    }

    private static Tensor Stored(ProtoFields tensor)
    {
        var shape = tensor.Integers(1);
        var raw = tensor.Bytes(9).Span;
        return tensor.Integer(2) switch
        {
            1 => torch.tensor(MemoryMarshal.Cast<byte, float>(raw).ToArray(), shape),
            7 => torch.tensor(MemoryMarshal.Cast<byte, long>(raw).ToArray(), shape),
            var type => throw new InvalidDataException($"Element type {type} is not expected."),
        };
    }

    private static IReadOnlyList<Tensor> Apply(string op, Tensor[] x, Dictionary<string, ProtoFields> attributes, int outputs, IReadOnlyDictionary<string, Tensor> scope)
    {
        long Integer(string name, long otherwise = 0) => attributes.TryGetValue(name, out var value) ? value.Integer(3) : otherwise;
        long[] Integers(string name) => attributes[name].Integers(8);
        float Float(string name) => attributes[name].Float(2);
        Tensor Channelwise(Tensor values) => values.reshape([1, -1, .. Enumerable.Repeat(1L, (int)x[0].dim() - 2)]);

        switch (op)
        {
            case "Identity": return [x[0]];
            case "Add": return [x[0] + x[1]];
            case "Sub": return [x[0] - x[1]];
            case "Mul": return [x[0] * x[1]];
            case "MatMul": return [x[0].matmul(x[1])];
            case "Relu": return [functional.relu(x[0])];
            case "Sigmoid": return [x[0].sigmoid()];
            case "Tanh": return [x[0].tanh()];
            case "Concat": return [cat(x, Integer("axis"))];
            case "Flatten": return [x[0].reshape(x[0].shape[0], -1)];
            case "Shape": return [torch.tensor(x[0].shape)];
            case "Slice": return [x[0].narrow(0, x[1].ToInt64(), x[2].ToInt64() - x[1].ToInt64())];
            case "ConstantOfShape": return [zeros(x[0].data<long>().ToArray())];
            case "Transpose": return [x[0].permute(Integers("perm")).contiguous()];
            case "Reshape":
                var asked = x[1].data<long>().ToArray();
                return [x[0].reshape([.. asked.Select((n, axis) => n == 0 ? x[0].shape[axis] : n)])];
            case "ReduceMax": return [x[0].amax(Integers("axes"))];
            case "ReduceMean": return [x[0].mean(Integers("axes"))];
            case "GlobalAveragePool": return [x[0].mean([2, 3], keepdim: true)];
            case "Split": return [.. x[0].chunk(outputs, Integer("axis"))];
            case "Gemm":
                var product = x[0].matmul(Integer("transB") == 1 ? x[1].t() : x[1]);
                return [x.Length == 3 ? product + x[2] : product];
            case "BatchNormalization":
                return [(x[0] - Channelwise(x[3])) / (Channelwise(x[4]) + Float("epsilon")).sqrt() * Channelwise(x[1]) + Channelwise(x[2])];
            case "Conv":
                var (padded, stride) = (Padded(x[0], Integers("pads"), 0), Integers("strides"));
                return [functional.conv2d(padded, x[1], x.Length == 3 ? x[2] : null, stride, [0, 0], Integers("dilations"), Integer("group", 1))];
            case "MaxPool":
                return [functional.max_pool2d(Padded(x[0], Integers("pads"), float.NegativeInfinity), Integers("kernel_shape"), Integers("strides"))];
            case "AveragePool":
                Tensor Sums(Tensor map) => functional.avg_pool2d(Padded(map, Integers("pads"), 0), Integers("kernel_shape"), Integers("strides"));
                return [Integer("count_include_pad") == 1 ? Sums(x[0]) : Sums(x[0]) / Sums(ones_like(x[0]))];
            case "Pad":
                var pads = x[1].data<long>().ToArray();
                return [functional.pad(x[0], [pads[3], pads[7], pads[2], pads[6], pads[1], pads[5], pads[0], pads[4]])];
            case "LRN":
                var (size, channels) = (Integer("size"), x[0].shape[1]);
                var square = x[0].square();
                var neighbours = Enumerable.Range(0, (int)channels).Select(c =>
                {
                    var (from, to) = (Math.Max(0, c - (size - 1) / 2), Math.Min(channels - 1, c + size / 2));
                    return square.narrow(1, from, to - from + 1).sum([1], keepdim: true);
                });
                return [x[0] / (Float("bias") + Float("alpha") / size * cat([.. neighbours], 1)).pow(Float("beta"))];
            case "Scan":
                return Scan(attributes["body"].Messages(6).Single(), x, scope);
            default:
                throw new InvalidDataException($"The evaluator does not know the operator {op}.");
        }
    }

    private static Tensor Padded(Tensor x, long[] pads, float value) =>
        pads.All(n => n == 0) ? x : functional.pad(x, [pads[1], pads[3], pads[0], pads[2]], PaddingModes.Constant, value);

    private static List<Tensor> Scan(ProtoFields body, Tensor[] x, IReadOnlyDictionary<string, Tensor> scope)
    {
        var (h, c) = (x[0], x[1]);
        var scanned = new List<Tensor>();
        for (var t = 0L; t < x[2].shape[1]; t++)
        {
            var results = Evaluate(body, scope, [h, c, x[2].select(1, t)]);
            (h, c) = (results[0], results[1]);
            scanned.Add(results[2]);
        }
        return [h, c, stack(scanned, 1)];
    }
}
