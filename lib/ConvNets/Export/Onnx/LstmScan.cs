// The residual LSTM layer as ONNX's Scan: one body graph for a step, run over the time axis, with output and cell as its state.
using ConvNets.Layers;
using static ConvNets.Export.Onnx.OnnxGraph;

namespace ConvNets.Export.Onnx;

/// <summary>Adds recurrent layers to a graph.</summary>
/// <param name="onnx">The graph.</param>
/// <param name="weight">Stores a weight by its state-dict name; the body sees the weights of the graph around it.</param>
internal sealed class LstmScan(OnnxGraph onnx, Func<string, string> weight)
{
    /// <summary>Adds a layer: <c>[N, T, inputs]</c> to <c>[N, T, outputs]</c>.</summary>
    public string Lower(ResidualLstm lstm, string name, string x)
    {
        var batch = onnx.Node("Slice", $"{name}.batch", [onnx.Node("Shape", $"{name}.sizes", [x]), onnx.Constant($"{name}.from", 0), onnx.Constant($"{name}.to", 1)]);
        string Zeros(string state, long width) => onnx.Node("ConstantOfShape", $"{name}.{state}", [
            onnx.Node("Concat", $"{name}.{state}.shape", [batch, onnx.Constant($"{name}.{state}.width", width)], Attribute("axis", 0))]);

        var body = Body(lstm, name);
        return onnx.Nodes("Scan", name, [Zeros("h0", lstm.Outputs), Zeros("c0", lstm.Cells), x], 3,
            Attribute("body", body), Attribute("num_scan_inputs", 1), Attribute("scan_input_axes", [1L]), Attribute("scan_output_axes", [1L]))[2];
    }

    private OnnxGraph Body(ResidualLstm lstm, string name)
    {
        var body = new OnnxGraph($"{name}.step", onnx);
        var h = body.Input($"{name}.h", "N", lstm.Outputs);
        var c = body.Input($"{name}.c", "N", lstm.Cells);
        var now = body.Input($"{name}.x", "N", lstm.Inputs);
        string Op(string op, params string[] inputs) => body.Node(op, $"{name}.{op.ToLowerInvariant()}", inputs);
        string Gemm(string input, params string[] weights) =>
            body.Node("Gemm", $"{name}.gemm", [input, .. weights.Select(part => weight($"{name}.{part}"))], Attribute("transB", 1));

        var sums = body.Nodes("Split", $"{name}.sums", [Op("Add", Gemm(now, "input.weight", "input.bias"), Gemm(h, "recurrent.weight"))], 4, Attribute("axis", 1));
        var peeks = body.Nodes("Split", $"{name}.peeks", [weight($"{name}.peephole")], 3, Attribute("axis", 0));
        var i = Op("Sigmoid", Op("Add", sums[0], Op("Mul", c, peeks[0])));
        var f = Op("Sigmoid", Op("Add", sums[1], Op("Mul", c, peeks[1])));
        var cell = Op("Add", Op("Mul", f, c), Op("Mul", i, Op("Tanh", sums[2])));
        var o = Op("Sigmoid", Op("Add", sums[3], Op("Mul", cell, peeks[2])));
        if (lstm.Cells != lstm.Outputs)
            o = body.Node("ReduceMean", $"{name}.gate", [Op("Reshape", o, body.Constant($"{name}.groups", 0, lstm.Outputs, -1))], Attribute("axes", [2L]), Attribute("keepdims", 0));
        var shortcut = lstm.Inputs == lstm.Outputs ? now : Gemm(now, "shortcut.weight");
        var output = Op("Mul", o, Op("Add", Gemm(Op("Tanh", cell), "projection.weight"), shortcut));
        body.Output(Op("Identity", output), "N", lstm.Outputs);
        body.Output(Op("Identity", cell), "N", lstm.Cells);
        body.Output(Op("Identity", output), "N", lstm.Outputs);
        return body;
    }
}
