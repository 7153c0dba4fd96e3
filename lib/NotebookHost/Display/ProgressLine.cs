// How far something is, in one form for pages and one for terminals: a bar while it works, one line when it is done.

using System.Globalization;
using System.Net;
using ConvNets.Training;
using Microsoft.DotNet.Interactive.Formatting;

namespace NotebookHost.Display;

/// <summary>A state of progress, ready to be shown.</summary>
/// <param name="Label">What is being done.</param>
/// <param name="Fraction">How much is done, 0 to 1.</param>
/// <param name="Detail">Rate, loss and the like.</param>
/// <param name="Elapsed">Time spent.</param>
/// <param name="Left">Time left, where it can be told.</param>
public sealed record ProgressLine(string Label, double Fraction, string Detail, TimeSpan Elapsed, TimeSpan? Left)
{
    private const int BarWidth = 24;

    /// <summary>What the last line says came of it.</summary>
    public string Ending { get; init; } = "done";

    /// <summary>Whether nothing is left to do.</summary>
    public bool Done => Fraction >= 1;

    /// <summary>For terminals: <c>training ████████────  67%  312 pictures/s, 12 s left</c>.</summary>
    public string ToText()
    {
        if (Done)
        {
            return $"{Label}: {Ending} in {Time(Elapsed)}{(Detail.Length > 0 ? $" ({Detail})" : "")}";
        }

        var full = (int)(Math.Clamp(Fraction, 0, 1) * BarWidth);
        return string.Create(CultureInfo.InvariantCulture, $"{Label} {new string('█', full)}{new string('─', BarWidth - full)} {Fraction * 100,3:0}%  {Rest()}").TrimEnd();
    }

    /// <summary>For pages.</summary>
    public string ToHtml()
    {
        if (Done)
        {
            return $"<div class=\"course-progress\" style=\"font-size:.9em;opacity:.75\">{WebUtility.HtmlEncode(ToText())}</div>";
        }

        return string.Create(CultureInfo.InvariantCulture, $"<div class=\"course-progress\">{WebUtility.HtmlEncode(Label)} <progress max=\"100\" value=\"{Fraction * 100:0.#}\"></progress> {Fraction * 100:0}%")
            + $" <span style=\"opacity:.75\">{WebUtility.HtmlEncode(Rest())}</span></div>";
    }

    internal static void Register()
    {
        BuiltinFormatters.Add<ProgressLine>(PlainTextFormatter.MimeType, p => p.ToText());
        BuiltinFormatters.Add<ProgressLine>(HtmlFormatter.MimeType, p => p.ToHtml());
        BuiltinFormatters.Add<TrainingProgress>(PlainTextFormatter.MimeType, p => Of(p).ToText());
        BuiltinFormatters.Add<TrainingProgress>(HtmlFormatter.MimeType, p => Of(p).ToHtml());
        Formatter.SetBuiltinPreference(typeof(ProgressLine), HtmlFormatter.MimeType, PlainTextFormatter.MimeType);
        Formatter.SetBuiltinPreference(typeof(TrainingProgress), HtmlFormatter.MimeType, PlainTextFormatter.MimeType);
    }

    private static ProgressLine Of(TrainingProgress p) => new(
        $"epoch {p.Epoch}/{p.Epochs}",
        p.Fraction,
        string.Create(CultureInfo.InvariantCulture, $"loss {p.Loss:0.000}, top-1 {p.Top1:0.0%}, {p.PicturesPerSecond:0} pictures/s"),
        p.Elapsed,
        p.Left);

    private static string Time(TimeSpan time) => time.TotalSeconds < 10 ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s")
        : time.TotalSeconds < 90 ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0} s")
        : time.TotalMinutes < 90 ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalMinutes:0} min")
        : string.Create(CultureInfo.InvariantCulture, $"{time.TotalHours:0.0} h");

    private string Rest() => string.Join(", ", new[] { Detail, Left is { } left ? $"{Time(left)} left" : "" }.Where(t => t.Length > 0));
}
