namespace TorchSharp;

// Counts of a Poisson process: below a rate of 10 the uniform numbers whose product stays above e^-rate, from there on W. Hoermann's
// transformed rejection (1993, "The transformed rejection method for generating Poisson random variables"), as PyTorch draws them.
internal sealed partial class TorchGenerator
{
    /// <summary>One number of a Poisson distribution of a finite rate that is not negative.</summary>
    internal double NextPoisson(double rate)
    {
        lock (_gate)
        {
            return rate >= 10 ? DrawManyEvents(rate) : rate == 0 ? 0 : DrawFewEvents(Math.Exp(-rate));
        }
    }

    private double DrawFewEvents(double limit)
    {
        double product = 1, count = 0;
        while ((product *= DrawUniform()) > limit)
        {
            count++;
        }

        return count;
    }

    private double DrawManyEvents(double rate)
    {
        var b = 0.931 + 2.53 * Math.Sqrt(rate);
        var a = -0.059 + 0.02483 * b;
        var inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
        var box = 0.9277 - 3.6224 / (b - 2);
        while (true)
        {
            var u = DrawUniform() - 0.5;
            var v = DrawUniform();
            var us = 0.5 - Math.Abs(u);
            var k = Math.Floor((2 * a / us + b) * u + rate + 0.43);
            if (us >= 0.07 && v <= box)
            {
                return k;
            }

            if (k < 0 || (us < 0.013 && v > us))
            {
                continue;
            }

            if (Math.Log(v) + Math.Log(inverseAlpha) - Math.Log(a / (us * us) + b) <= -rate + k * Math.Log(rate) - Kernels.SpecialFunctions.Lgamma(k + 1))
            {
                return k;
            }
        }
    }
}
