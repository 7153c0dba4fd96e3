// The stand-in offers what the genuine Microsoft.Data.Analysis 0.22 offers, in the same words. The list is
// recorded from its public source by tests/Signatures.

using Microsoft.Data.Analysis;
using Signatures;

namespace Tests;

public class SignatureTests
{
    [Fact]
    public void Every_public_member_has_the_genuine_signature()
    {
        var known = Resource("signatures").Concat(Resource("differences")).ToHashSet(StringComparer.Ordinal);
        var surface = PublicSurface.Of(typeof(DataFrame).Assembly, _ => true);
        Assert.NotEmpty(surface);
        Assert.DoesNotContain(surface, line => !known.Contains(line));
    }

    [Fact]
    public void Every_listed_difference_still_exists()
    {
        var surface = PublicSurface.Of(typeof(DataFrame).Assembly, _ => true).ToHashSet(StringComparer.Ordinal);
        Assert.DoesNotContain(Resource("differences"), line => !surface.Contains(line));
    }

    private static IEnumerable<string> Resource(string name)
    {
        using var reader = new StreamReader(typeof(SignatureTests).Assembly.GetManifestResourceStream(name)!);
        return [.. reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#')];
    }
}
