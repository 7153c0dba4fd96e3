// Predict first: the learner commits to a number before the cell that measures it.

using System.Globalization;

namespace ConvNets.Lessons;

/// <summary>A question, the learner's guess, and what was measured.</summary>
/// <param name="question">What is asked, with the unit in <paramref name="unit"/>.</param>
/// <param name="guess">The learner's number; <see cref="double.NaN"/> while there is none.</param>
/// <param name="unit">The unit, or empty.</param>
public sealed class Prediction(string question, double guess, string unit = "") : View
{
    private double? measured;

    /// <summary>Puts the measured value beside the guess.</summary>
    /// <param name="value">What came out, in the prediction's unit.</param>
    public Prediction Measured(double value)
    {
        measured = value;
        return this;
    }

    /// <inheritdoc/>
    public override string ToHtml() =>
        $"<div class=\"prediction\"><strong>{Escape(question)}</strong><br>{Escape(Sentence())}</div>";

    /// <inheritdoc/>
    public override string ToText() => $"{question}\n{Sentence()}";

    private string Sentence()
    {
        var said = double.IsNaN(guess) ? "No guess yet: write one, it makes the answer stick." : $"Your guess: {Number(guess)}.";
        return measured is { } value ? $"{said} Measured: {Number(value)}{Distance(value)}." : said;
    }

    private string Distance(double value) => double.IsNaN(guess) || value == 0
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $" ({(guess - value) / Math.Abs(value):+0%;-0%;exactly right})");

    private string Number(double value) =>
        value.ToString(Math.Abs(value) >= 1000 ? "N0" : "G4", CultureInfo.InvariantCulture) + (unit.Length > 0 ? " " + unit : "");
}
