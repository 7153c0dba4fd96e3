// Logits of torchvision 0.14.1 on PyTorch 1.13.0, written by golden.py.
using System.Text.Json;
using ConvNets.Architectures;
using static TorchSharp.torch;

namespace ConvNets.Tests.Weights;

public class TorchvisionTests
{
    private sealed record Golden(long Size, float[]? Logits, float[]? Features);

    private static readonly Dictionary<string, Golden> Rows = JsonSerializer.Deserialize<Dictionary<string, Golden>>(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Weights", "torchvision.json")), JsonSerializerOptions.Web)!;

    public static IEnumerable<TheoryDataRow<string>> Ids() => Rows.Keys.Select(id => new TheoryDataRow<string>(id));

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_same_weights_under_the_same_names_give_torchvisions_numbers(string id)
    {
        var row = Rows[id];
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        using var whole = row.Logits is null ? null : Registry.Create(id, classes: 10);
        var net = whole ?? Vgg.Features(Table(id), batchNorm: id.EndsWith("-bn", StringComparison.Ordinal));
        FormulaWeights.Fill(net);
        net.eval();
        var output = net.call(FormulaWeights.Picture(row.Size)).flatten().data<float>().ToArray();
        foreach (var (expected, actual) in (row.Logits ?? row.Features!).Zip(output))
            Assert.Equal(expected, actual, 1e-4f);
    }

    private static string Table(string id) => id[4] switch { 'a' => Vgg.TableA, 'b' => Vgg.TableB, 'd' => Vgg.TableD, _ => Vgg.TableE };
}
