// Architectures as a command line names them, and what they say of an input.

using System.CommandLine;
using ConvNets.Architectures;
using ConvNets.Geometry;
using TorchSharp;

namespace Course;

internal static class Known
{
    /// <summary>The argument ID.</summary>
    public static Argument<string> Architecture() => new("ID") { Description = "An architecture's id, as course architectures lists them." };

    /// <summary>The architecture with this id.</summary>
    /// <exception cref="UsageException">There is none; the sentence names the nearest.</exception>
    public static Architecture Find(string id)
    {
        try
        {
            return Registry.Find(id);
        }
        catch (ArgumentException e)
        {
            throw new UsageException(e.Message);
        }
    }

    /// <summary>Checks that a net takes an input, without running it.</summary>
    /// <exception cref="CheckFailedException">It does not.</exception>
    public static void Check(Architecture architecture, torch.nn.Module net, long[] input)
    {
        try
        {
            LayerTable.For(net, input);
        }
        catch (ShapeException refusal)
        {
            throw Refused(architecture, input, refusal);
        }
    }

    /// <summary>What to throw where a net refuses an input.</summary>
    public static CheckFailedException Refused(Architecture architecture, long[] input, ShapeException refusal) =>
        new($"{architecture.Id} cannot take {string.Join('x', input)}: {refusal.Message}", refusal);
}
