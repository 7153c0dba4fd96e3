// exercise 04.iou (2)
// wrong: divides by the smaller box
static double Iou(double[] a, double[] b)
{
    var width = Math.Max(0, Math.Min(a[2], b[2]) - Math.Max(a[0], b[0]));
    var height = Math.Max(0, Math.Min(a[3], b[3]) - Math.Max(a[1], b[1]));
    var common = width * height;
    static double Area(double[] box) => (box[2] - box[0]) * (box[3] - box[1]);
    return common / (Math.Min(Area(a), Area(b)));
}
