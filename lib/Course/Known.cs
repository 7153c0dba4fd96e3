// Names that a command line may use: architectures.

using System.CommandLine;
using ConvNets.Architectures;

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
}
