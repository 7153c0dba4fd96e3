// exercise 04.merge (4)
// wrong: merges once and stops
static double[] Merge(double[] boxes, double threshold)
{
    var left = boxes.Chunk(4).ToList();
    while (true)
    {
        var best = (Score: threshold, I: -1, J: -1);
        for (var i = 0; i < left.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var score = Match(left[i], left[j]);
                if (score <= best.Score) best = (score, i, j);
            }
        }

        if (best.I < 0 || left.Count < boxes.Length / 4) break;
        left[best.J] = left[best.I].Zip(left[best.J], (p, q) => (p + q) / 2).ToArray();
        left.RemoveAt(best.I);
    }

    return [.. left.OrderBy(box => box[0]).SelectMany(box => box)];
}

static double Match(double[] a, double[] b)
{
    static double Distance(double[] a, double[] b) => Math.Sqrt(Math.Pow((a[0] + a[2] - b[0] - b[2]) / 2, 2) + Math.Pow((a[1] + a[3] - b[1] - b[3]) / 2, 2));
    static double Diagonal(double[] a) => Math.Sqrt(Math.Pow(a[2] - a[0], 2) + Math.Pow(a[3] - a[1], 2));
    static double Area(double[] a) => (a[2] - a[0]) * (a[3] - a[1]);
    static double Common(double[] a, double[] b) =>
        Math.Max(0, Math.Min(a[2], b[2]) - Math.Max(a[0], b[0])) * Math.Max(0, Math.Min(a[3], b[3]) - Math.Max(a[1], b[1]));
    static double Iou(double[] a, double[] b) => Common(a, b) / (Area(a) + Area(b) - Common(a, b));
    return Distance(a, b) / ((Diagonal(a) + Diagonal(b)) / 2) + 1 - Iou(a, b);
}
