// A training history: a table of its epochs, the middle left out where there are many.

using ConvNets.Lessons;
using ConvNets.Training;
using Microsoft.DotNet.Interactive.Formatting;

namespace NotebookHost.Display;

internal static class HistoryFormatters
{
    private const int Edge = 6;

    internal static void Register()
    {
        BuiltinFormatters.Add<History>(PlainTextFormatter.MimeType, history => Epochs(history).ToText());
        BuiltinFormatters.Add<History>(HtmlFormatter.MimeType, history => Epochs(history).ToHtml());
        Formatter.SetBuiltinPreference(typeof(History), HtmlFormatter.MimeType, PlainTextFormatter.MimeType);
    }

    private static Table Epochs(History history)
    {
        var epochs = history.Epochs;
        var table = new Table("epoch", "train loss", "train top-1", "test loss", "test top-1", "seconds") { Caption = history.Name };
        for (var i = 0; i < epochs.Count; i++)
        {
            if (i == Edge && epochs.Count > 2 * Edge)
            {
                i = epochs.Count - Edge;
            }

            var e = epochs[i];
            table.Row(e.Epoch, e.TrainLoss, e.TrainTop1, e.TestLoss, e.TestTop1, e.Seconds);
        }

        return table;
    }
}
