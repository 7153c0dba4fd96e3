// A sentence of a paper as an experiment that ran: what was expected, what was measured, whether it held.
// Lessons display claims, the runner gathers them into claims.json and the scoreboard.

using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using ConvNets.Lessons;

namespace ConvNets.Training;

/// <summary>One row of the scoreboard.</summary>
/// <param name="Id">Stable name, lesson first: <c>10.degradation</c>.</param>
/// <param name="Lesson">The lesson that measured it: <c>10-residual-learning</c>.</param>
/// <param name="Paper">Authors and year: <c>He et al. 2015</c>.</param>
/// <param name="Sentence">What the paper says, in one sentence.</param>
/// <param name="Expected">The expectation in words, with its bound: <c>above 0</c>.</param>
/// <param name="Measured">The number measured; the mean where there are several seeds.</param>
/// <param name="Unit">Unit of <paramref name="Measured"/>: <c>points</c>, <c>ratio</c>, <c>pixels</c>.</param>
/// <param name="Holds">Whether the measurement meets the expectation.</param>
/// <param name="Seeds">How many runs stand behind the number.</param>
/// <param name="Spread">Sample standard deviation over the seeds, null for a single run.</param>
/// <param name="Note">One sentence for the reader: why it did not hold, on which data.</param>
[TypeFormatterSource(typeof(ClaimFormatterSource), PreferredMimeTypes = [MimeType, "text/html", "text/plain"])]
public sealed record Claim(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("lesson")] string Lesson,
    [property: JsonPropertyName("paper")] string Paper,
    [property: JsonPropertyName("sentence")] string Sentence,
    [property: JsonPropertyName("expected")] string Expected,
    [property: JsonPropertyName("measured")] double Measured,
    [property: JsonPropertyName("unit")] string Unit,
    [property: JsonPropertyName("holds")] bool Holds,
    [property: JsonPropertyName("seeds")] int Seeds = 1,
    [property: JsonPropertyName("spread"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? Spread = null,
    [property: JsonPropertyName("note")] string Note = "")
{
    /// <summary>The MIME type under which a notebook output carries a claim as JSON.</summary>
    public const string MimeType = "application/vnd.course.claim+json";

    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    /// <summary>Judges one measurement.</summary>
    public static Claim Test(
        string id, string lesson, string paper, string sentence, Expectation expected, double measured, string unit, string note = "") =>
        Test(id, lesson, paper, sentence, expected, [measured], unit, note);

    /// <summary>Judges the mean of one measurement per seed.</summary>
    /// <exception cref="ArgumentException"><paramref name="measured"/> is empty.</exception>
    public static Claim Test(
        string id, string lesson, string paper, string sentence, Expectation expected, IReadOnlyList<double> measured, string unit, string note = "")
    {
        if (measured.Count == 0)
        {
            throw new ArgumentException($"Claim {id} has no measurement; give one number per seed.", nameof(measured));
        }

        // Differences that cancel leave a rounding error behind, which must not count as "above 0", nor print as "-0".
        var runs = new SeedRuns(measured);
        var mean = Math.Round(runs.Mean, 12) + 0.0;
        return new Claim(id, lesson, paper, sentence, expected.Words, mean, unit, expected.IsMetBy(mean), measured.Count,
            measured.Count > 1 ? runs.Std : null, note);
    }

    /// <summary>The measured number with its spread and unit: <c>2.31 ± 0.42 points</c>.</summary>
    [JsonIgnore]
    public string MeasuredText
    {
        get
        {
            if (double.IsNaN(Measured))
            {
                return "no number came out of this run";
            }

            // Four significant digits say all that a run can; a rounding error of 6E-08 is not 0.
            var format = Math.Abs(Measured) switch
            {
                > 0 and < 1e-3 => "0.#E+00",
                >= 1000 => "0",
                >= 100 => "0.#",
                >= 10 => "0.##",
                >= 1 => "0.###",
                _ => "0.####",
            };
            var value = Spread is { } spread
                ? SeedRuns.MeanAndSpread(Measured, spread, format)
                : Measured.ToString(format, CultureInfo.InvariantCulture);
            return $"{value} {Unit}".TrimEnd();
        }
    }

    /// <summary>The claim as it stands in claims.json.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The text is not a claim.</exception>
    public static Claim FromJson(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<Claim>(json, Json) ?? throw new InvalidDataException("A claim is a JSON object, not null.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"This is not a claim in JSON: {e.Message}", e);
        }
    }

    /// <summary>The claim as a few lines of HTML that follow the page's colours.</summary>
    public string ToHtml() =>
        $"<div class=\"claim {(Holds ? "holds" : "fails")}\"><strong><span title=\"{(Holds ? "holds" : "does not hold")}\">{(Holds ? "✓" : "✗")}</span> {Escape(Sentence)}</strong> ({Escape(Paper)})"
        + $"<br>Expected {Escape(Expected)}, measured <strong>{Escape(MeasuredText)}</strong>{(Seeds > 1 ? $" over {Seeds.ToString(CultureInfo.InvariantCulture)} seeds" : "")}."
        + $"{(Note.Length > 0 ? $"<br><small>{Escape(Note)}</small>" : "")}</div>";

    private static string Escape(string text) => System.Net.WebUtility.HtmlEncode(text);

    /// <inheritdoc/>
    public override string ToString() =>
        $"{(Holds ? "holds" : "does not hold")}: {Sentence} ({Paper}) Expected {Expected}, measured {MeasuredText}"
        + (Seeds > 1 ? $" over {Seeds.ToString(CultureInfo.InvariantCulture)} seeds." : ".")
        + (Note.Length > 0 ? " " + Note : "");
}

/// <summary>The formatters of <see cref="Claim"/>: data for the runner, a row for the page, a sentence for the terminal.</summary>
internal sealed class ClaimFormatterSource
{
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new TypeFormatter<Claim>(Claim.MimeType, claim => claim.ToJson()),
        new TypeFormatter<Claim>("text/html", claim => claim.ToHtml()),
        new TypeFormatter<Claim>("text/plain", claim => claim.ToString()),
    ];
}
