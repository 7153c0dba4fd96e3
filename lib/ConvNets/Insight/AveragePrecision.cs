// Average precision of a ranking, in the three forms that results are printed in.
// Everingham, Van Gool, Williams, Winn and Zisserman, 2010, "The PASCAL visual object classes challenge" (11 points until 2009).
namespace ConvNets.Insight;

/// <summary>Measures rankings; the mean over the classes is the mAP.</summary>
public static class AveragePrecision
{
    // Recalls are sums of reciprocals, so 3 x 0.2 must not fall short of 0.6.
    private const double Slack = 1e-12;

    /// <summary>VOC 2007: the mean over the recalls 0, 0.1, ..., 1 of the best precision at that recall or beyond.</summary>
    /// <param name="relevant">Whether each entry is positive, best first; entries marked difficult are left out beforehand.</param>
    /// <param name="positives">Number of positives in all, found or not.</param>
    public static double Voc07(IReadOnlyList<bool> relevant, int positives)
    {
        var curve = Curve(relevant, positives);
        return Enumerable.Range(0, 11)
            .Average(i => curve.Where(point => point.Recall >= i / 10.0 - Slack).Select(point => point.Precision).DefaultIfEmpty(0).Max());
    }

    /// <summary>VOC from 2010 on: the area under the curve of best precision at a recall or beyond.</summary>
    public static double Area(IReadOnlyList<bool> relevant, int positives)
    {
        var curve = Curve(relevant, positives);
        var (area, before) = (0.0, 0.0);
        foreach (var (i, point) in curve.Index())
        {
            area += (point.Recall - before) * curve.Skip(i).Max(later => later.Precision);
            before = point.Recall;
        }
        return area;
    }

    /// <summary>The mean over the positives of the precision at their place.</summary>
    public static double Plain(IReadOnlyList<bool> relevant, int positives) =>
        Curve(relevant, positives).Where((_, i) => relevant[i]).Sum(point => point.Precision) / positives;

    /// <summary>Precision and recall after each entry.</summary>
    public static IReadOnlyList<(double Precision, double Recall)> Curve(IReadOnlyList<bool> relevant, int positives)
    {
        var found = 0;
        return [.. relevant.Select((positive, i) => ((double)(found += positive ? 1 : 0) / (i + 1), (double)found / positives))];
    }
}
