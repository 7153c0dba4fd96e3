extern alias genuine;

using Microsoft.DotNet.Interactive.Formatting;
using Genuine = genuine::Microsoft.DotNet.Interactive.Formatting;

namespace Tests;

/// <summary>The stand-in's plain text against the genuine package, Microsoft.DotNet.Interactive.Formatting 1.0.0-beta.23562.1.</summary>
public class ParityTests
{
    public static TheoryData<string, object?> Values => new()
    {
        { "int", 42 },
        { "double", 3.5 },
        { "text", "a \"b\"" },
        { "truth", true },
        { "null", null },
        { "date", new DateTime(2020, 1, 2, 3, 4, 5, DateTimeKind.Utc) },
        { "span", TimeSpan.FromSeconds(90) },
        { "enum", DayOfWeek.Friday },
        { "guid", Guid.Empty },
        { "decimal", 1.50m },
        { "numbers", new[] { 1, 2, 3 } },
        { "no numbers", Array.Empty<int>() },
        { "texts", new List<string> { "a", "b" } },
        { "many", Enumerable.Range(0, 30).ToArray() },
        { "nested lists", new[] { new[] { 1, 2 }, new[] { 3 } } },
        { "tuple", (1, "z") },
        { "record", new Point(1, 2) },
        { "object in object", new Line(new Point(1, 2), new Point(3, 4)) },
        { "list of objects", new[] { new Point(1, 2), new Point(3, 4) } },
        { "type", typeof(Dictionary<string, int>) },
        { "no members", new Empty() },
        { "null member", new Named(null) },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void Plain_text_is_that_of_the_genuine_package(string name, object? value)
    {
        Assert.NotNull(name);
        var expected = Genuine.Formatter.ToDisplayString(value!, "text/plain");
        Assert.Equal(Normal(expected), Normal(value.ToDisplayString()));
    }

    [Fact]
    public void An_anonymous_type_has_no_name_here_where_the_genuine_package_shows_the_compilers()
    {
        var value = new { Name = "a", Value = 1.5 };
        Assert.StartsWith("<>f__AnonymousType", Genuine.Formatter.ToDisplayString(value, "text/plain"));
        Assert.Equal("(anonymous)\n      Name: a\n      Value: 1.5", value.ToDisplayString());
    }

    [Fact]
    public void Preferred_types_are_those_of_the_genuine_package()
    {
        foreach (var type in new[] { typeof(int), typeof(string), typeof(Point), typeof(List<int>) })
        {
            Assert.Equal(Genuine.Formatter.GetPreferredMimeTypesFor(type), Formatter.GetPreferredMimeTypesFor(type));
        }

        Assert.Equal(Genuine.Formatter.ListExpansionLimit, Formatter.ListExpansionLimit);
        Assert.Equal(Genuine.Formatter.RecursionLimit, Formatter.RecursionLimit);
        Assert.Equal(Genuine.Formatter.NullString, Formatter.NullString);
    }

    [Fact]
    public void Html_of_scalars_uses_the_genuine_class()
    {
        Assert.StartsWith("<div class=\"dni-plaintext\"><pre>42</pre></div>", Genuine.Formatter.ToDisplayString(42, "text/html"));
        Assert.Equal("<div class=\"dni-plaintext\"><pre>42</pre></div>", 42.ToDisplayString("text/html"));
    }

    private static string Normal(string text) => text.ReplaceLineEndings("\n");

    private sealed record Point(int X, int Y);

    private sealed record Line(Point From, Point To);

    private sealed record Named(string? Name);

    private sealed class Empty
    {
        public override string ToString() => "empty one";
    }
}
