// Quantiles of Student's t distribution, for confidence intervals from few runs.
// Student (Gosset), 1908, "The probable error of a mean". With t = sqrt(v) tan(a), the density of a is proportional to cos(a)^(v-1).

namespace ConvNets.Training;

/// <summary>Student's t distribution.</summary>
public static class StudentT
{
    private const int Panels = 2000;

    /// <summary>The value that t stays below with probability <paramref name="p"/>: 2.0423 for 0.975 and 30 degrees of freedom.</summary>
    /// <param name="p">Between 0 and 1.</param>
    /// <param name="freedom">Degrees of freedom, at least 1.</param>
    public static double Quantile(double p, int freedom)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(freedom, 1);
        if (!(p > 0 && p < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(p), p, "A probability lies between 0 and 1.");
        }

        if (p < 0.5)
        {
            return -Quantile(1 - p, freedom);
        }

        var wanted = ((2 * p) - 1) * Area(Math.PI / 2, freedom);
        var (low, high) = (0.0, Math.PI / 2);
        for (var i = 0; i < 60; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = Area(middle, freedom) < wanted ? (middle, high) : (low, middle);
        }

        return Math.Sqrt(freedom) * Math.Tan(low);
    }

    // Simpson's rule on cos(a)^(v-1) from 0.
    private static double Area(double end, int freedom)
    {
        var step = end / Panels;
        var sum = 0.0;
        for (var i = 0; i <= Panels; i++)
        {
            var weight = i is 0 or Panels ? 1 : i % 2 == 1 ? 4 : 2;
            sum += weight * Math.Pow(Math.Cos(i * step), freedom - 1);
        }

        return sum * step / 3;
    }
}
