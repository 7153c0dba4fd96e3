namespace TorchSharp;

// Exponential numbers by inversion of a float64 uniform number.
internal sealed partial class TorchGenerator
{
    /// <summary>One number of density lambda exp(-lambda x).</summary>
    internal double NextExponential(double lambda)
    {
        lock (_gate)
        {
            return DrawExponential(lambda);
        }
    }

    /// <summary>Fills a float32 span with exponential numbers.</summary>
    internal void Exponential(Span<float> values, double lambda)
    {
        lock (_gate)
        {
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = (float)DrawExponential(lambda);
            }
        }
    }

    /// <summary>Fills a float64 span with exponential numbers.</summary>
    internal void Exponential(Span<double> values, double lambda)
    {
        lock (_gate)
        {
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = DrawExponential(lambda);
            }
        }
    }

    private double DrawExponential(double lambda) => -1 / lambda * Log1P(-DrawUniform());
}
