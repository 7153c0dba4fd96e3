// NumPy's array file: a magic word, a small Python dictionary of format, order and shape, then the elements.
// Specification: numpy.lib.format, versions 1.0 to 3.0.
using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ConvNets.Training;
using static TorchSharp.torch;

namespace ConvNets.Weights;

/// <summary>Reads and writes .npy files.</summary>
public static partial class Npy
{
    private static readonly byte[] Magic = [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    /// <summary>The array of a file as a float32 tensor of the same shape.</summary>
    /// <exception cref="WeightsException">The file is no .npy file, has a format that is no number, or is truncated.</exception>
    public static Tensor Read(string path)
    {
        var file = Path.GetFileName(path);
        var bytes = File.ReadAllBytes(path);
        if (bytes.Length < 10 || !bytes.AsSpan(0, 6).SequenceEqual(Magic))
            throw new WeightsException($"'{file}' is no .npy file: it does not begin with the word NUMPY.");
        var wide = bytes[6] >= 2;
        var start = wide ? 12 : 10;
        var length = bytes.Length < start ? long.MaxValue : wide ? BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(8)) : BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(8));
        if (start + length > bytes.Length)
            throw new WeightsException($"'{file}' is truncated: its header alone is longer than the file.");
        var header = Encoding.Latin1.GetString(bytes, start, (int)length);
        var match = Header().Match(header);
        if (!match.Success)
            throw new WeightsException($"The header of '{file}' is not that of a .npy file.");
        var format = match.Groups["descr"].Value;
        ElementType? type = format switch
        {
            "<f4" => ElementType.Float32,
            "<f8" => ElementType.Float64,
            "<f2" => ElementType.Float16,
            "<i8" => ElementType.Int64,
            "<i4" => ElementType.Int32,
            "<i2" => ElementType.Int16,
            "|i1" => ElementType.Int8,
            "|u1" => ElementType.UInt8,
            "|b1" => ElementType.Bool,
            _ => null,
        };
        if (type is null)
            throw new WeightsException($"'{file}' holds elements of the format '{format}'; convert it to float32 with array.astype('<f4').");
        long[] shape = [.. match.Groups["shape"].Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(n => long.Parse(n, CultureInfo.InvariantCulture))];
        var strides = match.Groups["order"].Value == "True" ? ColumnMajor(shape) : null;
        var data = bytes.AsMemory(start + (int)length);
        var stored = new StoredTensor(file, type.Value, shape, () => data, 0, strides);
        return tensor(stored.ToArray(), shape);
    }

    private static long[] ColumnMajor(long[] shape)
    {
        var strides = StoredTensor.RowMajor([.. shape.Reverse()]);
        Array.Reverse(strides);
        return strides;
    }

    /// <summary>Writes a tensor as float32, to a temporary file that then takes the name.</summary>
    public static void Write(string path, Tensor array)
    {
        using var contiguous = array.detach().to(ScalarType.Float32).cpu().contiguous();
        var shape = contiguous.shape.Length == 1 ? $"({contiguous.shape[0]},)" : $"({string.Join(", ", contiguous.shape)})";
        var header = $"{{'descr': '<f4', 'fortran_order': False, 'shape': {shape}, }}";
        header = header.PadRight((10 + header.Length + 1 + 63) / 64 * 64 - 11) + "\n";
        AtomicFile.Write(path, stream =>
        {
            stream.Write(Magic);
            stream.Write([1, 0, (byte)header.Length, (byte)(header.Length >> 8)]);
            stream.Write(Encoding.Latin1.GetBytes(header));
            stream.Write(contiguous.bytes);
        });
    }

    [GeneratedRegex(@"'descr':\s*'(?<descr>[^']*)'.*'fortran_order':\s*(?<order>True|False).*'shape':\s*\((?<shape>[\d,\s]*)\)")]
    private static partial Regex Header();
}
