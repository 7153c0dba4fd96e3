// The safetensors format: an 8-byte length, a JSON header of names, formats, shapes and byte ranges, then the bytes.
// Specification: github.com/huggingface/safetensors. PyTorch loads what this writes with safetensors.torch.load_file.
using System.Buffers.Binary;
using System.Text.Json;
using ConvNets.Training;
using static TorchSharp.torch;

namespace ConvNets.Weights;

/// <summary>Reads and writes safetensors files.</summary>
public static class SafeTensors
{
    private const long LongestHeader = 100_000_000;

    private static readonly (string Name, ElementType Type)[] Formats =
    [
        ("F32", ElementType.Float32), ("F64", ElementType.Float64), ("F16", ElementType.Float16), ("BF16", ElementType.BFloat16),
        ("I64", ElementType.Int64), ("I32", ElementType.Int32), ("I16", ElementType.Int16), ("I8", ElementType.Int8),
        ("U8", ElementType.UInt8), ("BOOL", ElementType.Bool),
    ];

    /// <summary>The tensors of a file; their bytes are read when they are used.</summary>
    /// <exception cref="WeightsException">The file is no safetensors file, or is truncated.</exception>
    public static IReadOnlyDictionary<string, StoredTensor> Read(string path)
    {
        var file = Path.GetFileName(path);
        using var stream = File.OpenRead(path);
        Span<byte> prefix = stackalloc byte[8];
        if (stream.ReadAtLeast(prefix, 8, throwOnEndOfStream: false) < 8)
            throw new WeightsException($"'{file}' has {stream.Length} bytes and is no safetensors file: it is too short for a header.");
        var length = BinaryPrimitives.ReadUInt64LittleEndian(prefix);
        if (length > LongestHeader || (long)length > stream.Length - 8)
            throw new WeightsException($"'{file}' announces a header of {length} bytes but has {stream.Length} in all: it is truncated or no safetensors file.");
        var header = new byte[length];
        stream.ReadExactly(header);

        var start = 8 + (long)length;
        var tensors = new Dictionary<string, StoredTensor>();
        try
        {
            using var json = JsonDocument.Parse(header);
            foreach (var entry in json.RootElement.EnumerateObject())
                if (entry.Name != "__metadata__" && !tensors.TryAdd(entry.Name, Tensor(path, entry, start, stream.Length)))
                    throw new WeightsException($"'{file}' names the tensor '{entry.Name}' twice.");
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new WeightsException($"The header of '{file}' is not that of a safetensors file: {error.Message}", error);
        }
        return tensors;
    }

    private static StoredTensor Tensor(string path, JsonProperty entry, long start, long fileLength)
    {
        var file = Path.GetFileName(path);
        var format = entry.Value.GetProperty("dtype").GetString();
        var type = Formats.FirstOrDefault(known => known.Name == format) is { Name: not null } found
            ? found.Type
            : throw new WeightsException($"Tensor '{entry.Name}' of '{file}' has the format '{format}', which this reader does not know.");
        long[] shape = [.. entry.Value.GetProperty("shape").EnumerateArray().Select(n => n.GetInt64())];
        var (from, to) = (entry.Value.GetProperty("data_offsets")[0].GetInt64(), entry.Value.GetProperty("data_offsets")[1].GetInt64());
        var bytes = shape.Aggregate((Int128)type.Size(), (product, n) => product * n);
        if (shape.Any(n => n < 0) || from < 0 || to < from || to - from != bytes)
            throw new WeightsException($"Tensor '{entry.Name}' of '{file}' has the shape {StoredTensor.Format(shape)} and {to - from} bytes, which do not agree.");
        if (start + to > fileLength)
            throw new WeightsException($"Tensor '{entry.Name}' of '{file}' ends at byte {start + to}, but the file has {fileLength}: it is truncated.");
        return new(entry.Name, type, shape, () => Slice(path, start + from, to - from));
    }

    private static ReadOnlyMemory<byte> Slice(string path, long offset, long length)
    {
        var bytes = new byte[length];
        using var stream = File.OpenRead(path);
        stream.Position = offset;
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>Writes tensors under their names, to a temporary file that then takes the name.</summary>
    public static void Write(string path, IEnumerable<KeyValuePair<string, Tensor>> tensors)
    {
        var entries = tensors.Select(pair => (pair.Key, Tensor: pair.Value.detach().cpu().contiguous())).ToList();
        using var header = new MemoryStream();
        using (var json = new Utf8JsonWriter(header))
        {
            json.WriteStartObject();
            json.WriteStartObject("__metadata__");
            json.WriteString("format", "pt");
            json.WriteEndObject();
            var at = 0L;
            foreach (var (name, tensor) in entries)
            {
                json.WriteStartObject(name);
                json.WriteString("dtype", Formats.Single(known => known.Type == TypeOf(tensor, name)).Name);
                json.WriteStartArray("shape");
                foreach (var n in tensor.shape)
                    json.WriteNumberValue(n);
                json.WriteEndArray();
                json.WriteStartArray("data_offsets");
                json.WriteNumberValue(at);
                json.WriteNumberValue(at += tensor.numel() * tensor.element_size());
                json.WriteEndArray();
                json.WriteEndObject();
            }
            json.WriteEndObject();
        }
        while (header.Length % 8 != 0)
            header.WriteByte((byte)' ');

        AtomicFile.Write(path, stream =>
        {
            Span<byte> prefix = stackalloc byte[8];
            BinaryPrimitives.WriteUInt64LittleEndian(prefix, (ulong)header.Length);
            stream.Write(prefix);
            stream.Write(header.GetBuffer().AsSpan(0, (int)header.Length));
            foreach (var (_, tensor) in entries)
                stream.Write(tensor.bytes);
        });
    }

    internal static ElementType TypeOf(Tensor tensor, string name) => tensor.dtype switch
    {
        ScalarType.Float32 => ElementType.Float32,
        ScalarType.Float64 => ElementType.Float64,
        ScalarType.Float16 => ElementType.Float16,
        ScalarType.BFloat16 => ElementType.BFloat16,
        ScalarType.Int64 => ElementType.Int64,
        ScalarType.Int32 => ElementType.Int32,
        ScalarType.Int16 => ElementType.Int16,
        ScalarType.Int8 => ElementType.Int8,
        ScalarType.Byte => ElementType.UInt8,
        ScalarType.Bool => ElementType.Bool,
        _ => throw new WeightsException($"Tensor '{name}' has the format {tensor.dtype}, which files of weights do not carry."),
    };
}
