// Greedy merging of predicted boxes into detections.
// Sermanet et al., 2014, "OverFeat", section 4.3. The paper's match score adds the distance of the centres and the area of the
// intersection, and is minimised; a larger overlap must lower it, so here it is the distance over the mean diagonal plus 1 - IoU.
using ConvNets.Data;

namespace ConvNets.Insight;

/// <summary>A box with the class that predicted it and the score behind it.</summary>
/// <param name="Box">The box, in pixels.</param>
/// <param name="Label">The class.</param>
/// <param name="Score">The class score; merging adds them up.</param>
public readonly record struct ScoredBox(Box Box, long Label, double Score);

/// <summary>Merges boxes.</summary>
public static class BoxMerging
{
    /// <summary>Distance between the centres of two boxes, in pixels.</summary>
    public static double CentreDistance(Box a, Box b) =>
        Math.Sqrt(Math.Pow((a.X0 + a.X1 - b.X0 - b.X1) / 2.0, 2) + Math.Pow((a.Y0 + a.Y1 - b.Y0 - b.Y1) / 2.0, 2));

    /// <summary>0 for equal boxes, larger the less they match.</summary>
    public static double MatchScore(Box a, Box b)
    {
        static double Diagonal(Box box) => Math.Sqrt(box.Width * box.Width + box.Height * box.Height);
        return CentreDistance(a, b) / Math.Max((Diagonal(a) + Diagonal(b)) / 2, 1e-12) + 1 - a.Iou(b);
    }

    /// <summary>The mean of the coordinates.</summary>
    public static Box Mean(Box a, Box b) => new((a.X0 + b.X0) / 2, (a.Y0 + b.Y0) / 2, (a.X1 + b.X1) / 2, (a.Y1 + b.Y1) / 2);

    /// <summary>
    /// Merges the best matching pair of one class again and again until no pair matches better than the threshold;
    /// the result is sorted by accumulated score.
    /// </summary>
    public static IReadOnlyList<ScoredBox> Merge(IEnumerable<ScoredBox> boxes, double threshold)
    {
        var left = boxes.ToList();
        while (true)
        {
            var (best, first, second) = (threshold, -1, -1);
            for (var i = 0; i < left.Count; i++)
                for (var j = i + 1; j < left.Count; j++)
                    if (left[i].Label == left[j].Label && MatchScore(left[i].Box, left[j].Box) is var score && score <= best)
                        (best, first, second) = (score, i, j);
            if (first < 0)
                return [.. left.OrderByDescending(box => box.Score)];
            left[first] = new(Mean(left[first].Box, left[second].Box), left[first].Label, left[first].Score + left[second].Score);
            left.RemoveAt(second);
        }
    }
}
