// The stand-in's formatters offer what the genuine package offers, in the same words. The list is recorded by tests/Signatures, and
// compared with the package itself too, which these tests restore.

extern alias genuine;

using Microsoft.DotNet.Interactive.Formatting;
using Signatures;

namespace Tests;

public class SignatureTests
{
    private static readonly IReadOnlyList<string> s_surface = PublicSurface.Of(typeof(Formatter).Assembly, t => t.Namespace == typeof(Formatter).Namespace);

    [Fact]
    public void Every_public_member_has_the_genuine_signature()
    {
        var known = Resource("signatures").Concat(Resource("differences")).ToHashSet(StringComparer.Ordinal);
        Assert.NotEmpty(s_surface);
        Assert.DoesNotContain(s_surface, line => !known.Contains(line));
    }

    [Fact]
    public void Every_listed_difference_still_exists() => Assert.DoesNotContain(Resource("differences"), line => !s_surface.Contains(line));

    [Fact]
    public void The_recorded_list_is_that_of_the_package()
    {
        var genuine = PublicSurface.Of(typeof(genuine::Microsoft.DotNet.Interactive.Formatting.Formatter).Assembly, _ => true).ToHashSet(StringComparer.Ordinal);
        Assert.DoesNotContain(Resource("signatures"), line => !genuine.Contains(line));
    }

    private static IEnumerable<string> Resource(string name)
    {
        using var reader = new StreamReader(typeof(SignatureTests).Assembly.GetManifestResourceStream(name)!);
        return [.. reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#')];
    }
}
