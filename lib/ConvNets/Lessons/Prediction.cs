// Predict first: the learner commits to a number, or picks an answer, before the cell that measures it.

using System.Globalization;

namespace ConvNets.Lessons;

/// <summary>A question, the learner's guess, and what was measured.</summary>
/// <param name="question">What is asked, with the unit in <paramref name="unit"/>.</param>
/// <param name="guess">The learner's number; <see cref="double.NaN"/> while there is none.</param>
/// <param name="unit">The unit, or empty.</param>
public sealed class Prediction(string question, double guess, string unit = "") : View
{
    private readonly string? pick;
    private double? measured;
    private string? answer;

    /// <summary>A question whose answer is one of a few words.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="pick">The learner's answer; empty while there is none.</param>
    public Prediction(string question, string pick)
        : this(question, double.NaN) => this.pick = pick;

    /// <summary>Puts the answer that came out beside the one that was picked.</summary>
    /// <param name="value">What came out, in the words of the question.</param>
    public Prediction Measured(string value)
    {
        answer = value;
        return this;
    }

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
        const string None = "No guess yet: write one, it makes the answer stick.";
        if (pick is not null)
        {
            var picked = pick.Length == 0 ? None : $"You said: {pick}.";
            var right = string.Equals(pick.Trim(), answer, StringComparison.OrdinalIgnoreCase) ? " (right)" : "";
            return answer is null ? picked : $"{picked} Measured: {answer}{right}.";
        }

        var said = double.IsNaN(guess) ? None : $"Your guess: {Number(guess)}.";
        return measured switch
        {
            null => said,
            double.NaN => $"{said} Measured: no number came out of this run.",
            { } value => $"{said} Measured: {Number(value)}{Distance(value)}.",
        };
    }

    private string Distance(double value) => double.IsNaN(guess) || value == 0
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $" ({(guess - value) / Math.Abs(value):+0%;-0%;exactly right})");

    // A rounded loss of nothing is 0, not -0: the sum of the two zeros has no sign.
    private string Number(double value) =>
        (value + 0.0).ToString(Math.Abs(value) >= 1000 ? "N0" : "G4", CultureInfo.InvariantCulture) + (unit.Length > 0 ? " " + unit : "");
}
