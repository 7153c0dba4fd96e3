// The family tree of the networks: a drawing by year, with a line from each network to those that it builds on. Years and titles
// come from the registry; who builds on whom is what the papers themselves say.

using System.Globalization;
using System.Net;
using System.Text;
using ConvNets.Architectures;
using NotebookHost.Headless;

namespace NotebookHost.Web;

/// <summary>Draws the tree as SVG.</summary>
internal static class FamilyTree
{
    private const int Left = 8;
    private const int Top = 34;
    private const int YearWidth = 150;
    private const int RowHeight = 44;
    private const int BoxWidth = 122;
    private const int BoxHeight = 30;

    // Id of the family's best-known member, name, number of its lesson, ids of what it builds on.
    private static readonly (string Id, string Name, string Lesson, string[] Parents)[] Families =
    [
        ("lenet-small", "LeNet", "00", []),
        ("alexnet-grouped", "AlexNet", "02", ["lenet-small"]),
        ("zfnet", "ZFNet", "03", ["alexnet-grouped"]),
        ("overfeat-fast", "OverFeat", "04", ["alexnet-grouped"]),
        ("maxout-cifar10", "Maxout", "05", ["alexnet-grouped"]),
        ("nin-cifar", "Network in Network", "05", ["maxout-cifar10"]),
        ("cnn-m", "CNN-F, M, S", "06", ["zfnet"]),
        ("vgg-d", "VGG", "06", ["alexnet-grouped", "overfeat-fast"]),
        ("yosinski", "Transfer AnB", "14", ["alexnet-grouped"]),
        ("googlenet", "GoogLeNet", "07", ["nin-cifar"]),
        ("bn-inception", "BN-Inception", "08", ["googlenet"]),
        ("inception-v3", "Inception v2, v3", "09", ["bn-inception"]),
        ("highway", "Highway", "11", []),
        ("resnet-50", "ResNet", "10", ["vgg-d", "highway", "bn-inception"]),
        ("inception-v4", "Inception v4", "12", ["inception-v3"]),
        ("inception-resnet-v2-paper", "Inception-ResNet", "12", ["inception-v3", "resnet-50"]),
        ("preact-164", "Pre-activation", "11", ["resnet-50"]),
        ("stochastic-depth-110", "Stochastic depth", "11", ["resnet-50"]),
        ("wrn-28-10", "Wide ResNet", "11", ["preact-164"]),
        ("densenet-121", "DenseNet", "13", ["resnet-50", "stochastic-depth-110"]),
        ("rtn", "Residual transfer", "14", ["resnet-50", "yosinski"]),
        ("wr-inception", "WR-Inception", "12", ["wrn-28-10", "inception-resnet-v2-paper"]),
        ("residual-lstm", "Residual LSTM", "16", ["resnet-50", "highway"]),
    ];

    /// <summary>The drawing; families whose lesson is there link to it.</summary>
    internal static string Draw(IReadOnlyList<Lesson> lessons)
    {
        var years = Families.Select(f => Registry.Find(f.Id).Paper.Year).Distinct().Order().ToList();
        var places = Place(years);
        var width = Left * 2 + YearWidth * (years.Count - 1) + BoxWidth;
        var height = Top + RowHeight * (places.Values.Max(p => p.Row) + 1);
        var svg = new StringBuilder(string.Create(CultureInfo.InvariantCulture,
            $"<svg class=\"tree\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"img\" aria-labelledby=\"tree-title\"><title id=\"tree-title\">Family tree of the networks of the course, from {years[0]} to {years[^1]}</title>"));
        for (var i = 0; i < years.Count; i++)
        {
            svg.Append(string.Create(CultureInfo.InvariantCulture, $"<text class=\"year\" x=\"{Left + i * YearWidth + BoxWidth / 2}\" y=\"16\" text-anchor=\"middle\">{years[i]}</text>"));
        }

        foreach (var family in Families)
        {
            foreach (var parent in family.Parents)
            {
                Line(svg, places[parent], places[family.Id]);
            }
        }

        foreach (var family in Families)
        {
            var (column, row) = places[family.Id];
            var lesson = lessons.FirstOrDefault(l => l.Name.StartsWith(family.Lesson + "-", StringComparison.Ordinal));
            var box = string.Create(CultureInfo.InvariantCulture,
                $"<title>{WebUtility.HtmlEncode(Registry.Find(family.Id).Paper.Title)}</title><rect x=\"{Left + column * YearWidth}\" y=\"{Top + row * RowHeight}\" width=\"{BoxWidth}\" height=\"{BoxHeight}\" rx=\"7\"/><text x=\"{Left + column * YearWidth + BoxWidth / 2}\" y=\"{Top + row * RowHeight + 20}\" text-anchor=\"middle\">{WebUtility.HtmlEncode(family.Name)}</text>");
            svg.Append(lesson is null ? $"<g class=\"family\">{box}</g>" : $"<a class=\"family\" href=\"{LessonView.Url(lesson.Name)}\">{box}</a>");
        }

        return svg.Append("</svg>").ToString();
    }

    private static Dictionary<string, (int Column, int Row)> Place(List<int> years)
    {
        Dictionary<string, (int, int)> places = [];
        var next = new int[years.Count];
        foreach (var family in Families)
        {
            var column = years.IndexOf(Registry.Find(family.Id).Paper.Year);
            places[family.Id] = (column, next[column]++);
        }

        return places;
    }

    private static void Line(StringBuilder svg, (int Column, int Row) from, (int Column, int Row) to)
    {
        var y1 = Top + from.Row * RowHeight + BoxHeight / 2;
        var y2 = Top + to.Row * RowHeight + BoxHeight / 2;
        if (from.Column == to.Column)
        {
            var x = Left + from.Column * YearWidth + BoxWidth;
            svg.Append(string.Create(CultureInfo.InvariantCulture, $"<path d=\"M{x} {y1}C{x + 22} {y1} {x + 22} {y2} {x} {y2}\"/>"));
            return;
        }

        var x1 = Left + from.Column * YearWidth + BoxWidth;
        var x2 = Left + to.Column * YearWidth;
        var bend = (x2 - x1) / 2;
        svg.Append(string.Create(CultureInfo.InvariantCulture, $"<path d=\"M{x1} {y1}C{x1 + bend} {y1} {x2 - bend} {y2} {x2} {y2}\"/>"));
    }
}
