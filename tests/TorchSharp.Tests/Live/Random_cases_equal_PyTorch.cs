using static TorchSharp.torch;

namespace TorchSharp.Tests.Live;

/// <summary>
/// Where this machine has a PyTorch, it draws random cases of some two hundred and seventy operations (Golden/random_cases.py) and the engine has to
/// agree with it on each: values and gradients, and what is refused. LIVE_CASES sets how many (default 400), LIVE_SEED the draw,
/// LIVE_OPERATION a part of a name; LIVE_FILE reads cases that were printed before.
/// </summary>
public class Random_cases_equal_PyTorch
{
    [Fact]
    public void The_engine_gives_what_PyTorch_gives()
    {
        var file = Environment.GetEnvironmentVariable("LIVE_FILE");
        var printed = file is null
            ? LivePyTorch.Run("random_cases.py", Setting("LIVE_SEED", "1"), Setting("LIVE_CASES", "400"), Setting("LIVE_OPERATION", ""))
            : File.ReadAllText(file);
        var lines = printed.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.NotEmpty(lines);
        var differences = lines.Select(Difference).OfType<string>().ToArray();
        Assert.True(differences.Length == 0, $"{differences.Length} of {lines.Length} cases differ:\n{string.Join("\n", differences.Take(60))}");
    }

    private static string Setting(string name, string otherwise) => Environment.GetEnvironmentVariable(name) ?? otherwise;

    private static string? Difference(string line)
    {
        using var scope = NewDisposeScope();
        var c = new RandomCase(line);
        string? difference;
        try
        {
            difference = RandomOperations.Run(c) is { } outputs ? c.Difference(outputs) : "the engine does not know this operation";
        }
        catch (Exception error) when (error is System.Runtime.InteropServices.ExternalException or ArgumentException or InvalidOperationException)
        {
            difference = c.Error is null ? $"the engine refuses: {error.Message}" : null;
        }
        return difference is null ? null : $"{c.Operation}: {difference}\n   {(line.Length > 700 ? line[..700] + " ..." : line)}";
    }
}
