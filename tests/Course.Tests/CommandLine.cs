using Course;

namespace Tests;

/// <summary>What one command line gave.</summary>
internal sealed record Answer(int Code, string Out, string Error)
{
    /// <summary>Runs <c>course</c> in this process.</summary>
    public static Answer To(params string[] args)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var code = Cli.Run(args, output, error, TestContext.Current.CancellationToken);
        return new(code, output.ToString(), error.ToString());
    }

    /// <summary>Asserts an exit code and exactly one plain sentence on stderr that holds every one of <paramref name="words"/>.</summary>
    public void IsOneSentence(int code, params string[] words)
    {
        Assert.Equal(code, Code);
        var line = Assert.Single(Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.DoesNotContain("   at ", line);
        Assert.DoesNotContain("Exception", line);
        foreach (var word in words)
        {
            Assert.Contains(word, line, StringComparison.Ordinal);
        }
    }
}
