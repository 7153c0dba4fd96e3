// The scoreboard of claims in a terminal.

using System.Globalization;
using ConvNets.Training;
using Spectre.Console;

namespace Course;

internal static class ScoreboardView
{
    /// <summary>Writes the claims and how many held; nothing where there is none.</summary>
    public static void Write(Terminal terminal, Scoreboard board)
    {
        if (board.Count == 0)
        {
            return;
        }

        terminal.Out.WriteLine();
        var table = new Table().AddColumns("", "lesson", "claim", "expected").AddColumn(new TableColumn("measured").RightAligned()).AddColumn(new TableColumn("seeds").RightAligned());
        foreach (var claim in board)
        {
            table.AddRow(
                new Text(claim.Holds ? "✓" : "✗", new Style(claim.Holds ? Color.Green : Color.Red)),
                new Text(claim.Lesson.Split('-')[0]), new Text(claim.Sentence), new Text(claim.Expected), new Text(claim.MeasuredText),
                new Text(claim.Seeds.ToString(CultureInfo.InvariantCulture)));
        }

        terminal.Write(table);
        terminal.Out.WriteLine(board.Summary);
    }
}
