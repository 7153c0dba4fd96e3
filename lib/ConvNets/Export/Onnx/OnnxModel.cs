// A network as an ONNX model in evaluation mode: the weights under their state-dict names, one node for each step, the batch size open.
// Operators are those of opset 13, which every runtime since 2021 reads. onnxruntime computes the same logits for every architecture;
// OpenCV's DNN module averages padded windows by a rule of its own.
using ConvNets.Geometry;
using ConvNets.Training;
using static TorchSharp.torch.nn;

namespace ConvNets.Export.Onnx;

/// <summary>Writes ONNX files.</summary>
public static class OnnxModel
{
    /// <summary>Version of the operator set.</summary>
    public const int Opset = 13;

    private const int IrVersion = 8;
    private const long Largest = int.MaxValue;

    /// <summary>Writes a network, to a temporary file that then takes the name.</summary>
    /// <param name="network">A network that the layer table knows; auxiliary heads stay out.</param>
    /// <param name="input">Input shape of one sample, <c>[C, H, W]</c> or <c>[features]</c>; the height and the width are fixed.</param>
    /// <param name="path">The file.</param>
    /// <param name="name">Name of the graph.</param>
    /// <param name="document">A sentence about it, or null.</param>
    /// <exception cref="ShapeException">The network cannot take this input.</exception>
    /// <exception cref="ExportException">A layer has no form in ONNX, or the model is larger than the 2 GiB that one file may have.</exception>
    public static void Write(Module network, long[] input, string path, string name, string? document = null)
    {
        var model = Build(network, input, name, document);
        if (model.Length > Largest)
            throw new ExportException($"The model would have {model.Length} bytes; one ONNX file holds no more than 2 GiB.");
        AtomicFile.Write(path, model.WriteTo);
    }

    /// <summary>The ModelProto; weights are read from the network when it is written.</summary>
    internal static ProtoMessage Build(Module network, long[] input, string name, string? document = null)
    {
        var graph = TracedGraph.Of(network, input);
        var onnx = new OnnxGraph(name);
        var lowering = new Lowering(onnx, network);
        var values = new Dictionary<int, string> { [0] = onnx.Input("input", ["N", .. input.Cast<object>()]) };
        foreach (var step in graph.Steps.Skip(1).Where(step => !step.Layer.Auxiliary))
            values[step.Layer.Id] = lowering.Lower(step, [.. step.Layer.Inputs.Select(id => values[id])], graph.Steps[step.Layer.Inputs[0]].Layer.Output);
        var logits = onnx.Node("Identity", "logits", [values[graph.Table.Last.Id]]);
        onnx.Output(logits, ["N", .. graph.Table.Output.Cast<object>()]);

        return new ProtoMessage()
            .Integer(1, IrVersion)
            .Message(8, new ProtoMessage().Text(1, "").Integer(2, Opset))
            .Text(2, "course kit")
            .Text(3, typeof(OnnxModel).Assembly.GetName().Version?.ToString(3) ?? "")
            .Message(7, onnx.Build(document));
    }
}
