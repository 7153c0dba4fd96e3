using System.IO.Compression;

namespace TorchSharp;

/// <summary>
/// One tensor as libtorch's <c>torch::save</c> writes it: a zip of a scripted module whose only parameter, "0", is the
/// tensor, described by a pickle, its elements raw in an entry of their own.
/// </summary>
internal static class TensorArchive
{
    private const string Code = "class Module(Module):\n  __parameters__ = [\"0\", ]\n  __buffers__ = []\n  __annotations__ = []\n  __annotations__[\"0\"] = Tensor\n";

    private static readonly (ScalarType Type, string Storage)[] Storages =
    [
        (ScalarType.Float32, "FloatStorage"), (ScalarType.Float64, "DoubleStorage"), (ScalarType.Int64, "LongStorage"),
        (ScalarType.Int32, "IntStorage"), (ScalarType.Int16, "ShortStorage"), (ScalarType.Int8, "CharStorage"),
        (ScalarType.Byte, "ByteStorage"), (ScalarType.Bool, "BoolStorage"), (ScalarType.Float16, "HalfStorage"),
        (ScalarType.BFloat16, "BFloat16Storage"),
    ];

    internal static void Save(Tensor tensor, string location)
    {
        using var dense = Ops.CloneContiguous(tensor);
        using var zip = new ZipArchive(File.Create(location), ZipArchiveMode.Create);
        var folder = Path.GetFileNameWithoutExtension(location);
        folder = folder.Length == 0 ? "archive" : folder;
        Write("data/0", dense.bytes);
        Write("data.pkl", TensorPickle.Describe(Storages.First(s => s.Type == dense.dtype).Storage, dense.shape, tensor.requires_grad));
        Write("code/__torch__.py", System.Text.Encoding.UTF8.GetBytes(Code));
        Write("constants.pkl", [0x80, 2, (byte)')', (byte)'.']);
        Write("version", "3\n"u8);

        void Write(string name, ReadOnlySpan<byte> bytes)
        {
            using var entry = zip.CreateEntry($"{folder}/{name}", CompressionLevel.NoCompression).Open();
            entry.Write(bytes);
        }
    }

    internal static Tensor Load(string location)
    {
        using var stream = File.OpenRead(location);
        try
        {
            using var zip = new ZipArchive(stream, ZipArchiveMode.Read);
            var pickle = zip.Entries.FirstOrDefault(entry => entry.FullName.EndsWith("/data.pkl", StringComparison.Ordinal))
                ?? throw Bad(location, "it holds no data.pkl");
            var folder = pickle.FullName[..^"data.pkl".Length];
            var found = TensorPickle.Read(Bytes(pickle)) ?? throw Bad(location, "its pickle describes no single tensor");
            var elements = zip.GetEntry($"{folder}data/{found.Key}") ?? throw Bad(location, $"the entry data/{found.Key} is missing");
            return Make(found, Bytes(elements), location);
        }
        catch (Exception error) when (error is EndOfStreamException or IndexOutOfRangeException or InvalidCastException || (error is InvalidDataException && !error.Message.StartsWith(location, StringComparison.Ordinal)))
        {
            throw Bad(location, "its zip or pickle is damaged");
        }
    }

    private static Tensor Make(TensorPickle.Description found, byte[] bytes, string location)
    {
        var type = Storages.FirstOrDefault(s => s.Storage == found.Storage);
        if (type.Storage is null)
        {
            throw Bad(location, $"elements of a {found.Storage} are not supported");
        }

        var whole = zeros([bytes.Length / Dtypes.Size(type.Type)], type.Type);
        bytes.AsSpan(0, whole.bytes.Length).CopyTo(whole.bytes);
        using (whole)
        {
            var last = found.Offset;
            for (var d = 0; d < found.Shape.Length; d++)
            {
                last += Math.Max(found.Shape[d] - 1, 0) * found.Strides[d];
            }

            if (Shapes.Count(found.Shape) > 0 && (found.Offset < 0 || found.Strides.Any(stride => stride < 0) || last >= whole.NumberOfElements))
            {
                throw Bad(location, "it holds fewer elements than its shape needs");
            }

            using var view = whole.as_strided(found.Shape, found.Strides, found.Offset);
            var result = view.clone();
            return found.RequiresGrad ? result.requires_grad_() : result;
        }
    }

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }

    private static InvalidDataException Bad(string location, string why)
        => new($"{location} is not a file of one tensor that torch.save wrote: {why}.");
}
