using Course;
using Spectre.Console;

namespace Tests;

public class TerminalTests
{
    private static Table Figures() => new Table().AddColumns("id", "paper").AddColumn(new TableColumn("parameters").RightAligned())
        .AddRow("resnet-50", "Deep Residual Learning for Image Recognition", "25,557,032");

    [Theory]
    [InlineData(120, true)]
    [InlineData(39, true)]
    [InlineData(38, false)]
    [InlineData(20, false)]
    public void A_frame_is_drawn_only_where_names_and_numbers_stay_whole(int width, bool fits) => Assert.Equal(fits, Terminal.Fits(Figures(), width));

    [Fact]
    public void Without_a_frame_there_is_more_room()
    {
        Assert.False(Terminal.Fits(Figures(), 35));
        Assert.True(Terminal.Fits(Figures(), 35, framed: false));
        Assert.False(Terminal.Fits(Figures(), 34, framed: false));
    }

    [Theory]
    [InlineData(39)]
    [InlineData(60)]
    public void What_fits_is_drawn_with_whole_names_and_numbers(int width)
    {
        var table = Figures();
        Assert.True(Terminal.Fits(table, width));
        var text = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(text), Ansi = AnsiSupport.No });
        console.Profile.Width = width;
        console.Write(table);
        Assert.Contains("resnet-50", text.ToString());
        Assert.Contains("25,557,032", text.ToString());
        Assert.All(text.ToString().Split('\n'), line => Assert.True(line.TrimEnd().Length <= width, line));
    }

    [Fact]
    public void A_pipe_gets_plain_columns_without_a_limit()
    {
        var text = new StringWriter();
        new Terminal(text, TextWriter.Null).Write(Figures());
        Assert.Contains("resnet-50 Deep Residual Learning for Image Recognition 25,557,032", text.ToString());
        Assert.DoesNotContain('│', text.ToString());
    }
}
