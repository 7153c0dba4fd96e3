namespace TorchSharp;

// Numbers of hits: geometric gaps between them where few are expected, else W. Hoermann's transformed rejection with squeeze (1993, "The
// generation of binomial random variates"), as PyTorch draws them.
internal sealed partial class TorchGenerator
{
    // log k! less Stirling's formula, for k below 10.
    private static ReadOnlySpan<double> StirlingTails =>
    [
        0.0810614667953272, 0.0413406959554092, 0.0276779256849983, 0.02079067210376509, 0.0166446911898211,
        0.0138761288230707, 0.0118967099458917, 0.0104112652619720, 0.00925546218271273, 0.00833056343336287,
    ];

    /// <summary>One number of hits among finitely many throws.</summary>
    internal double NextBinomial(double count, double probability)
    {
        lock (_gate)
        {
            return count <= 0 || probability <= 0 ? 0
                : probability >= 1 ? count
                : probability <= 0.5 ? DrawHits(count, probability)
                : count - DrawHits(count, 1 - probability);
        }
    }

    private double DrawHits(double count, double probability) => count * probability >= 10 ? DrawManyHits(count, probability) : DrawFewHits(count, probability);

    private double DrawFewHits(double count, double probability)
    {
        var log = Log1P(-probability);
        double throws = 0, hits = 0;
        while (true)
        {
            throws += Math.Ceiling(Math.Log(DrawUniform()) / log);
            if (throws > count)
            {
                return hits;
            }

            hits++;
        }
    }

    private double DrawManyHits(double count, double probability)
    {
        var deviation = Math.Sqrt(count * probability * (1 - probability));
        var b = 1.15 + 2.53 * deviation;
        var a = -0.0873 + 0.0248 * b + 0.01 * probability;
        var c = count * probability + 0.5;
        var box = 0.92 - 4.2 / b;
        var odds = probability / (1 - probability);
        var alpha = (2.83 + 5.1 / b) * deviation;
        var m = Math.Floor((count + 1) * probability);
        while (true)
        {
            var u = DrawUniform() - 0.5;
            var v = DrawUniform();
            var us = 0.5 - Math.Abs(u);
            var k = Math.Floor((2 * a / us + b) * u + c);
            if (k < 0 || k > count)
            {
                continue;
            }

            if (us >= 0.07 && v <= box)
            {
                return k;
            }

            var bound = (m + 0.5) * Math.Log((m + 1) / (odds * (count - m + 1)))
                + (count + 1) * Math.Log((count - m + 1) / (count - k + 1))
                + (k + 0.5) * Math.Log(odds * (count - k + 1) / (k + 1))
                + StirlingTail(m) + StirlingTail(count - m) - StirlingTail(k) - StirlingTail(count - k);
            if (Math.Log(v * alpha / (a / (us * us) + b)) <= bound)
            {
                return k;
            }
        }
    }

    private static double StirlingTail(double k)
    {
        if (k <= 9)
        {
            return StirlingTails[(int)k];
        }

        var square = (k + 1) * (k + 1);
        return (1.0 / 12 - (1.0 / 360 - 1.0 / 1260 / square) / square) / (k + 1);
    }
}
