using System.Text.Json;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Tests.NN;

/// <summary>Outputs, gradients and parameter names from PyTorch 1.13: Golden/modules.py, which explains the inputs.</summary>
public class Modules_with_parameters_equal_PyTorch
{
    private static readonly JsonElement Golden = GoldenFile.Json("modules.json");
    private static readonly long[] Images = [2, 3, 5, 4];

    internal static void Check<T>(string name, T module, long[][] shapes, Func<T, Tensor[], Tensor> function)
        where T : Module
    {
        using var scope = NewDisposeScope();
        var golden = Golden.GetProperty("module_" + name);
        module.to(float64);
        var named = module.named_parameters().ToList();
        Assert.Equal(golden.GetProperty("names").EnumerateArray().Select(v => v.GetString()!), named.Select(p => p.name));
        using (no_grad())
        {
            for (var k = 0; k < named.Count; k++)
            {
                named[k].parameter.copy_(Modules_equal_PyTorch.Values(named[k].parameter.shape, 10 + k) * 0.4);
            }
        }

        var inputs = shapes.Select((shape, k) => Modules_equal_PyTorch.Values(shape, k).requires_grad_()).ToArray();
        var output = function(module, inputs);
        Modules_equal_PyTorch.Same(golden.Doubles("out"), output, "output");
        Modules_equal_PyTorch.Backward(output);
        var tensors = inputs.Concat(named.Select(p => (Tensor)p.parameter)).ToArray();
        for (var k = 0; k < tensors.Length; k++)
        {
            double[] expected = [.. golden.GetProperty("grads")[k].EnumerateArray().Select(v => v.GetDouble())];
            Modules_equal_PyTorch.Same(expected, tensors[k].grad!, $"gradient {k}");
        }
    }

    private static Tensor Flat(params Tensor[] tensors) => cat(tensors.Select(tensor => tensor.reshape(-1)).ToArray(), 0);

    private static Tensor Flat((Tensor, Tensor) pair) => Flat(pair.Item1, pair.Item2);

    private static Tensor Flat((Tensor, Tensor, Tensor) triple) => Flat(triple.Item1, triple.Item2, triple.Item3);

    [Fact]
    public void Long_short_term_memory_is_equal()
    {
        Check("lstm", LSTM(2, 3, 2, bidirectional: true), [[3, 2, 2]], (m, x) => Flat(m.call(x[0])));
        Check("lstm_batch_first", LSTM(2, 2, batchFirst: true, bias: false), [[2, 3, 2], [1, 2, 2], [1, 2, 2]], (m, x) => Flat(m.call(x[0], (x[1], x[2]))));
        Check("lstm_cell", LSTMCell(2, 3), [[2, 2], [2, 3], [2, 3]], (m, x) => Flat(m.call(x[0], (x[1], x[2]))));
    }

    [Fact]
    public void Long_short_term_memory_takes_a_series_without_a_batch() => Check("lstm_single", LSTM(2, 2), [[3, 2]], (m, x) => Flat(m.call(x[0])));

    [Fact]
    public void Gated_and_simple_recurrent_layers_are_equal()
    {
        Check("gru", GRU(2, 3, 2), [[3, 2, 2], [2, 2, 3]], (m, x) => Flat(m.call(x[0], x[1])));
        Check("rnn", RNN(2, 3, nonLinearity: NonLinearities.ReLU, bidirectional: true), [[3, 2, 2]], (m, x) => Flat(m.call(x[0])));
        Check("gru_cell", GRUCell(2, 3), [[2, 2], [2, 3]], (m, x) => m.call(x[0], x[1]));
        Check("rnn_cell", RNNCell(2, 3), [[2, 2]], (m, x) => m.forward(x[0]));
    }

    [Fact]
    public void Convolutions_with_other_borders_and_without_a_batch_are_equal()
    {
        Check("conv_reflect", Conv2d(3, 4, 3, padding: 1, padding_mode: PaddingModes.Reflect), [Images], (m, x) => m.call(x[0]));
        Check("conv_circular", Conv2d(3, 4, (2, 3), padding: (1, 2), padding_mode: PaddingModes.Circular, bias: false), [Images], (m, x) => m.call(x[0]));
        Check("conv_unbatched", Conv2d(3, 4, 3), [Images[1..]], (m, x) => m.call(x[0]));
    }

    [Fact]
    public void A_table_of_vectors_trains_all_rows_but_the_padding()
        => Check("embedding", Embedding(4, 3, padding_idx: 1), [[2, 2, 3]], (m, x) => m.call(tensor([0L, 1, 3, 0]).view(2, 2)) * x[0]);

    [Fact]
    public void Learnt_slopes_are_equal() => Check("prelu", PReLU(3), [[2, 3, 4]], (m, x) => m.call(x[0]));

    [Fact]
    public void Batch_and_instance_norm_update_their_running_statistics_alike()
    {
        Check("batch_norm", BatchNorm2d(3), [Images], (m, x) => Flat(m.call(x[0]), m.running_mean!, m.running_var!));
        Check("instance_norm", InstanceNorm2d(3, affine: true, track_running_stats: true), [Images], (m, x) => Flat(m.call(x[0]), m.running_mean!, m.running_var!));
    }
}
