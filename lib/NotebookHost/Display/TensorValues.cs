// The numbers of a tensor of any type and place, as doubles, with what a summary needs.

using TorchSharp;

namespace NotebookHost.Display;

internal sealed class TensorValues
{
    private TensorValues(long[] shape, double[] numbers)
    {
        Shape = shape;
        Numbers = numbers;
    }

    internal long[] Shape { get; }

    internal double[] Numbers { get; }

    /// <summary>Reads a tensor without changing it or its gradient graph.</summary>
    internal static TensorValues Of(torch.Tensor tensor)
    {
        using var scope = torch.NewDisposeScope();
        using var free = torch.no_grad();
        var plain = tensor.detach().cpu().to_type(torch.ScalarType.Float64).contiguous();
        return new TensorValues(tensor.shape, plain.data<double>().ToArray());
    }

    /// <summary>Least, greatest, mean and standard deviation of the finite numbers.</summary>
    internal (double Min, double Max, double Mean, double Std, int NotFinite) Summary()
    {
        double min = double.PositiveInfinity, max = double.NegativeInfinity, sum = 0, squares = 0;
        var count = 0;
        foreach (var x in Numbers)
        {
            if (double.IsFinite(x))
            {
                min = Math.Min(min, x);
                max = Math.Max(max, x);
                sum += x;
                count++;
            }
        }

        var mean = sum / Math.Max(1, count);
        foreach (var x in Numbers)
        {
            squares += double.IsFinite(x) ? (x - mean) * (x - mean) : 0;
        }

        return (min, max, mean, count > 1 ? Math.Sqrt(squares / (count - 1)) : 0, Numbers.Length - count);
    }
}
