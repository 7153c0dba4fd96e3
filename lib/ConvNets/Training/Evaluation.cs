// How well a net classifies: loss, top-1, top-5, per class, and the confusion matrix.

using System.Globalization;
using System.Text;
using ConvNets.Lessons;

namespace ConvNets.Training;

/// <summary>The result of a test.</summary>
/// <param name="Count">Pictures tested.</param>
/// <param name="Loss">Mean cross-entropy.</param>
/// <param name="Top1">Fraction whose largest logit is the label's, 0 to 1.</param>
/// <param name="Top5">Fraction whose label is among the five largest logits, 0 to 1.</param>
/// <param name="Confusion">Pictures by true class (row) and predicted class (column), without those whose logits are no numbers.</param>
/// <param name="ClassNames">Names of the classes; empty where they have none.</param>
public sealed record Evaluation(long Count, double Loss, double Top1, double Top5, long[,] Confusion, IReadOnlyList<string> ClassNames)
{
    /// <summary>Number of classes.</summary>
    public int Classes => Confusion.GetLength(0);

    /// <summary>Fraction right of the pictures of one class (recall); NaN where it has none.</summary>
    public double Recall(int label) => (double)Confusion[label, label] / Enumerable.Range(0, Classes).Sum(p => Confusion[label, p]);

    /// <summary>Fraction of the pictures called this class that are of it (precision); NaN where none is called so.</summary>
    public double Precision(int label) => (double)Confusion[label, label] / Enumerable.Range(0, Classes).Sum(t => Confusion[t, label]);

    /// <summary>The pair of classes that is confused most often.</summary>
    public (int True, int Predicted, long Count) WorstConfusion =>
        (from t in Enumerable.Range(0, Classes) from p in Enumerable.Range(0, Classes) where t != p orderby Confusion[t, p] descending select (t, p, Confusion[t, p])).FirstOrDefault();

    /// <summary>Recall and precision of every class.</summary>
    public Table PerClass()
    {
        var table = new Table("class", "pictures", "recall %", "precision %");
        for (var c = 0; c < Classes; c++)
        {
            var label = c;
            table.Row(Name(c), Enumerable.Range(0, Classes).Sum(p => Confusion[label, p]), Math.Round(100 * Recall(c), 1), Math.Round(100 * Precision(c), 1));
        }

        return table;
    }

    /// <summary>Name of a class, its number where it has none.</summary>
    public string Name(int label) => label < ClassNames.Count ? ClassNames[label] : label.ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Count} pictures: loss {Loss:0.0000}, top-1 {Top1:0.0%}, top-5 {Top5:0.0%}");

    private bool PrintMembers(StringBuilder text)
    {
        text.Append(ToString());
        return true;
    }
}
