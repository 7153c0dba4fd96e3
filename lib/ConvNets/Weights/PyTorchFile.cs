// PyTorch's files: the zip archive that torch.save writes since version 1.6, and the legacy chain of pickles before it.
// PyTorch: torch/serialization.py. The pickle inside is read as data, see Unpickler; nothing is executed.
using System.Buffers.Binary;
using System.IO.Compression;

namespace ConvNets.Weights;

/// <summary>Reads the state dict of a <c>.pt</c> or <c>.pth</c> file.</summary>
public static class PyTorchFile
{
    private const long MaximumSize = int.MaxValue;

    /// <summary>The tensors of a state dict, or of the entry <c>state_dict</c> or <c>model</c> of a checkpoint.</summary>
    /// <exception cref="WeightsException">The file is none of PyTorch's, is truncated, or asks for more than tensors.</exception>
    public static IReadOnlyDictionary<string, StoredTensor> Read(string path)
    {
        using var stream = File.OpenRead(path);
        Span<byte> magic = stackalloc byte[4];
        var read = stream.ReadAtLeast(magic, 4, throwOnEndOfStream: false);
        return read == 4 && magic.SequenceEqual("PK\x3\x4"u8) ? ReadZip(path) : ReadLegacy(path);
    }

    private static Dictionary<string, StoredTensor> ReadZip(string path)
    {
        var file = Path.GetFileName(path);
        byte[] pickle;
        string root;
        HashSet<string> entries;
        try
        {
            using var archive = ZipFile.OpenRead(path);
            var main = archive.Entries.FirstOrDefault(entry => entry.FullName.EndsWith("/data.pkl", StringComparison.Ordinal))
                ?? throw new WeightsException($"'{file}' is a zip archive without data.pkl: it is no PyTorch file (TorchScript and others are not read).");
            root = main.FullName[..^"data.pkl".Length];
            pickle = Bytes(main, file);
            entries = [.. archive.Entries.Select(entry => entry.FullName)];
            if (archive.GetEntry(root + "byteorder") is { } order && System.Text.Encoding.ASCII.GetString(Bytes(order, file)).Trim() != "little")
                throw new WeightsException($"'{file}' was written on a big-endian machine, which this reader does not support.");
        }
        catch (Exception error) when (error is InvalidDataException or EndOfStreamException)
        {
            throw new WeightsException($"'{file}' is a damaged or truncated zip archive.", error);
        }

        var cache = new Dictionary<string, WeakReference<byte[]>>();
        ReadOnlyMemory<byte> Load(string key)
        {
            if (cache.TryGetValue(key, out var weak) && weak.TryGetTarget(out var known))
                return known;
            try
            {
                using var archive = ZipFile.OpenRead(path);
                var bytes = Bytes(archive.GetEntry($"{root}data/{key}")!, file);
                cache[key] = new(bytes);
                return bytes;
            }
            catch (Exception error) when (error is InvalidDataException or EndOfStreamException)
            {
                throw new WeightsException($"The storage '{key}' of '{file}' is damaged or truncated.", error);
            }
        }

        return Tensors(new Unpickler(pickle, file).Read(), file, storage =>
            entries.Contains($"{root}data/{storage.Key}")
                ? () => Load(storage.Key)
                : throw new WeightsException($"'{file}' lacks the storage '{storage.Key}' that its pickle refers to: it is damaged."));
    }

    private static byte[] Bytes(ZipArchiveEntry entry, string file)
    {
        if (entry.Length > MaximumSize)
            throw new WeightsException($"The entry '{entry.FullName}' of '{file}' has {entry.Length} bytes; storages of more than 2 GiB are not read.");
        var bytes = new byte[entry.Length];
        using var stream = entry.Open();
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static Dictionary<string, StoredTensor> ReadLegacy(string path)
    {
        var file = Path.GetFileName(path);
        if (new FileInfo(path).Length > MaximumSize)
            throw new WeightsException($"'{file}' is a legacy PyTorch file of more than 2 GiB; save it again with a PyTorch of version 1.6 or later.");
        ReadOnlyMemory<byte> bytes = File.ReadAllBytes(path);
        ReadOnlySpan<byte> magic = [0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19];
        if (bytes.Length < 64 || bytes.Span[..32].IndexOf(magic) < 0)
            throw new WeightsException($"'{file}' is no PyTorch file: it is neither a zip archive nor begins with PyTorch's magic number.");

        var at = 0;
        object? Next()
        {
            var unpickler = new Unpickler(bytes, file, at);
            var value = unpickler.Read();
            at = unpickler.Position;
            return value;
        }

        SkipMagic(bytes.Span, ref at);
        Next();                                                          // protocol version
        Next();                                                          // byte order and sizes of the writing system
        var content = Next();
        var keys = Next() as List<object?> ?? throw new WeightsException($"'{file}' is damaged: its list of storages is missing.");

        var counts = new Dictionary<string, PickleStorage>();
        Collect(content, counts);
        var storages = new Dictionary<string, ReadOnlyMemory<byte>>();
        foreach (var key in keys.OfType<string>())
        {
            if (!counts.TryGetValue(key, out var storage) || bytes.Length - at < 8)
                throw new WeightsException($"'{file}' is truncated: the storage '{key}' is missing.");
            var count = BinaryPrimitives.ReadInt64LittleEndian(bytes.Span[at..]);
            at += 8;
            if (count < 0 || count > (bytes.Length - at) / storage.Type.Size())
                throw new WeightsException($"'{file}' is truncated: the storage '{key}' should have {count} elements of {storage.Type.Size()} bytes, and {bytes.Length - at} bytes are left.");
            storages[key] = bytes.Slice(at, (int)(count * storage.Type.Size()));
            at += (int)(count * storage.Type.Size());
        }
        return Tensors(content, file, storage => storages.TryGetValue(storage.Key, out var data)
            ? () => data
            : throw new WeightsException($"'{file}' lacks the storage '{storage.Key}' that its pickle refers to: it is damaged."));
    }

    /// <summary>The first pickle is a number of ten bytes that is larger than any integer of the data; its end is its STOP.</summary>
    private static void SkipMagic(ReadOnlySpan<byte> bytes, ref int at) => at = bytes[..64].IndexOf((byte)'.') + 1;

    private static void Collect(object? value, Dictionary<string, PickleStorage> storages)
    {
        switch (value)
        {
            case PickleTensor tensor:
                storages[tensor.Storage.Key] = tensor.Storage;
                break;
            case PickleDictionary dictionary:
                foreach (var (_, item) in dictionary.Items)
                    Collect(item, storages);
                break;
            case IEnumerable<object?> items:
                foreach (var item in items)
                    Collect(item, storages);
                break;
        }
    }

    private static Dictionary<string, StoredTensor> Tensors(object? content, string file, Func<PickleStorage, Func<ReadOnlyMemory<byte>>> load)
    {
        var dictionary = content as PickleDictionary;
        foreach (var name in (string[])["state_dict", "model"])
            if (dictionary?.Items.FirstOrDefault(item => item.Key as string == name).Value is PickleDictionary inner)
                dictionary = inner;
        var tensors = new Dictionary<string, StoredTensor>();
        foreach (var (key, value) in dictionary?.Items ?? [])
            if (key is string name && value is PickleTensor tensor)
                tensors[name] = tensor.Shape.All(n => n >= 0) && tensor.Strides.All(n => n >= 0) && tensor.Offset >= 0 && tensor.Shape.Length == tensor.Strides.Length
                    ? new(name, tensor.Storage.Type, tensor.Shape, load(tensor.Storage), tensor.Offset, tensor.Strides)
                    : throw new WeightsException($"Tensor '{name}' of '{file}' has the shape {StoredTensor.Format(tensor.Shape)} and strides {StoredTensor.Format(tensor.Strides)}, which do not agree.");
        return tensors.Count > 0
            ? tensors
            : throw new WeightsException($"'{file}' holds no state dict: save it with torch.save(model.state_dict(), path).");
    }
}
