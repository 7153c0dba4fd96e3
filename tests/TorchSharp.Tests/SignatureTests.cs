// The stand-in offers what the genuine TorchSharp 0.107 offers, in the same words. The list is recorded by tests/Signatures.

using Signatures;

namespace TorchSharp.Tests;

public class SignatureTests
{
    [Fact]
    public void Every_public_member_has_the_genuine_signature()
    {
        var known = Resource("signatures").Concat(Resource("differences")).ToHashSet(StringComparer.Ordinal);
        var surface = PublicSurface.Of(typeof(torch).Assembly, _ => true);
        Assert.NotEmpty(surface);
        Assert.DoesNotContain(surface, line => !known.Contains(line));
    }

    [Fact]
    public void Every_listed_difference_still_exists()
    {
        var surface = PublicSurface.Of(typeof(torch).Assembly, _ => true).ToHashSet(StringComparer.Ordinal);
        Assert.DoesNotContain(Resource("differences"), line => !surface.Contains(line));
    }

    [Fact]
    public void A_literal_zero_is_a_dimension()
    {
        // TorchSharp takes it for the element type uint8.
        using var x = torch.ones(2, 3);
        Assert.Equal([3L], x.sum(0).shape);
        Assert.Equal([3L], x.prod(0).shape);
        Assert.Equal([3L], torch.sum(x, 0).shape);
        Assert.Equal([3L], torch.prod(x, 0).shape);
        Assert.Equal(torch.float64, x.sum(torch.float64).dtype);
        Assert.Equal(6f, x.sum().item<float>());
    }

    [Theory]
    [InlineData(typeof(Drift.OfAName))]
    [InlineData(typeof(Drift.OfTheOrder))]
    [InlineData(typeof(Drift.OfADefault))]
    [InlineData(typeof(Drift.WithoutADefault))]
    [InlineData(typeof(Drift.OfAType))]
    [InlineData(typeof(Drift.OfTheResult))]
    public void A_member_that_drifts_has_another_line(Type drifted) => Assert.NotEqual(Members(typeof(Drift.None)), Members(drifted));

    private static IEnumerable<string> Members(Type type) => PublicSurface.Of(type).Select(line => line[line.IndexOf("::", StringComparison.Ordinal)..]);

    public static class Drift
    {
        public abstract class None
        {
            public abstract long Sum(long first, long second, bool keep = false);
        }

        public abstract class OfAName
        {
            public abstract long Sum(long first, long other, bool keep = false);
        }

        public abstract class OfTheOrder
        {
            public abstract long Sum(long second, long first, bool keep = false);
        }

        public abstract class OfADefault
        {
            public abstract long Sum(long first, long second, bool keep = true);
        }

        public abstract class WithoutADefault
        {
            public abstract long Sum(long first, long second, bool keep);
        }

        public abstract class OfAType
        {
            public abstract long Sum(long first, double second, bool keep = false);
        }

        public abstract class OfTheResult
        {
            public abstract double Sum(long first, long second, bool keep = false);
        }
    }

    private static IEnumerable<string> Resource(string name)
    {
        using var reader = new StreamReader(typeof(SignatureTests).Assembly.GetManifestResourceStream(name)!);
        return [.. reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#')];
    }
}
