// The stand-in offers what the genuine Plotly.NET.CSharp 0.13 and Plotly.NET 5.1 offer, in the same words. The list is
// recorded from their public source by tests/Signatures.

using Plotly.NET;
using Signatures;

namespace Tests;

public class SignatureTests
{
    [Fact]
    public void Every_public_member_has_the_genuine_signature()
    {
        var known = Resource("signatures").Concat(Resource("differences")).ToHashSet(StringComparer.Ordinal);
        var surface = PublicSurface.Of(typeof(GenericChart).Assembly, t => t.Namespace != "Plotly.NET.Rendering");
        Assert.NotEmpty(surface);
        Assert.DoesNotContain(surface, line => !known.Contains(line));
    }

    [Fact]
    public void Every_listed_difference_still_exists()
    {
        var surface = PublicSurface.Of(typeof(GenericChart).Assembly, _ => true).ToHashSet(StringComparer.Ordinal);
        Assert.DoesNotContain(Resource("differences"), line => !surface.Contains(line));
    }

    private static IEnumerable<string> Resource(string name)
    {
        using var reader = new StreamReader(typeof(SignatureTests).Assembly.GetManifestResourceStream(name)!);
        return [.. reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#')];
    }
}
