using TorchSharp.Utils;

namespace TorchSharp;

/// <summary>
/// TorchSharp's file format for a state dictionary: a LEB128 count, then for each entry the name (BinaryWriter string)
/// and a tensor record (LEB128 scalar type, rank and sizes, then the raw little-endian elements).
/// </summary>
internal static class StateFile
{
    internal static void Write(BinaryWriter writer, Dictionary<string, Tensor> entries, IList<string>? skip)
    {
        var kept = entries.Where(entry => skip is null || !skip.Contains(entry.Key)).ToList();
        writer.Encode(kept.Count);
        foreach (var (name, tensor) in kept)
        {
            writer.Write(name);
            tensor.Save(writer);
        }
    }

    internal static void Read(
        BinaryReader reader, Dictionary<string, Tensor> entries, bool strict, IList<string>? skip, Dictionary<string, bool>? loaded)
    {
        var count = reader.Decode();
        if (strict && count != entries.Count)
        {
            throw new ArgumentException($"Mismatched state_dict sizes: expected {entries.Count}, but found {count} entries.");
        }

        using var _ = no_grad();
        for (long i = 0; i < count; i++)
        {
            var name = reader.ReadString();
            var found = entries.TryGetValue(name, out var tensor);
            if (!found && strict)
            {
                throw new ArgumentException($"Mismatched module state names: the target modules does not have a submodule or buffer named '{name}'");
            }

            if (found && (skip is null || !skip.Contains(name)))
            {
                tensor!.Load(reader);
            }
            else
            {
                using var passed = TensorExtensionMethods.Load(reader, skip: true);
            }

            loaded?.Add(name, found);
        }
    }
}
