using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace NotebookHost.Grading;

/// <summary>Seeds that depend on names only, so that results do not depend on order or parallelism.</summary>
public static class Seeds
{
    /// <summary>What a learner's own checks draw from.</summary>
    public const int Learner = 1;

    /// <summary>The seed for one purpose.</summary>
    public static int Of(int seed, params string[] names) =>
        BinaryPrimitives.ReadInt32LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}\n{string.Join('\n', names)}"))) & int.MaxValue;
}
