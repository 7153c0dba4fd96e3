// A cell is compiled as debug code, whose statements keep their lines, and then run optimised: the one attribute that would
// tell the JIT to leave it slow is changed in the finished image.

using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace NotebookHost.Session;

internal static class FastDebugImage
{
    private const byte IgnoreSymbolStoreSequencePoints = 2;

    /// <summary>Lets the JIT optimise the assembly in <paramref name="image"/>.</summary>
    internal static byte[] Optimise(byte[] image)
    {
        using var reader = new PEReader(new MemoryStream(image));
        var metadata = reader.GetMetadataReader();
        foreach (var handle in metadata.GetAssemblyDefinition().GetCustomAttributes())
        {
            var attribute = metadata.GetCustomAttribute(handle);
            if (attribute.Constructor.Kind == HandleKind.MemberReference
                && metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor) is { Parent.Kind: HandleKind.TypeReference } constructor
                && metadata.StringComparer.Equals(metadata.GetTypeReference((TypeReferenceHandle)constructor.Parent).Name, "DebuggableAttribute"))
            {
                // A one-byte length, the prolog 01 00, then the modes as an int.
                var at = reader.PEHeaders.MetadataStartOffset + metadata.GetHeapMetadataOffset(HeapIndex.Blob) + MetadataTokens.GetHeapOffset(attribute.Value) + 3;
                image[at] = IgnoreSymbolStoreSequencePoints;
                image[at + 1] = 0;
            }
        }

        return image;
    }
}
