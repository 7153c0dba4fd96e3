using TorchSharp.Utils;

namespace TorchSharp;

// One tensor as a record: LEB128 scalar type, rank and sizes, then the raw little-endian elements.
public static partial class TensorExtensionMethods
{
    /// <summary>Writes a tensor record.</summary>
    public static void Save(this Tensor tensor, BinaryWriter writer)
    {
        Given(writer).Encode((int)Given(tensor).dtype);
        var shape = tensor.shape;
        writer.Encode(shape.Length);
        foreach (var size in shape)
        {
            writer.Encode(size);
        }

        if (tensor.is_contiguous())
        {
            writer.Write(tensor.bytes);
            return;
        }

        using var dense = Ops.CloneContiguous(tensor);
        writer.Write(dense.bytes);
    }

    /// <summary>Writes a tensor record to a stream, which is closed.</summary>
    public static void Save(this Tensor tensor, Stream stream)
    {
        using var writer = new BinaryWriter(stream);
        Given(tensor).Save(writer);
    }

    /// <summary>Writes a tensor record to a file.</summary>
    public static void Save(this Tensor tensor, string location) => Given(tensor).Save(File.Create(location));

    /// <summary>Reads a tensor record into a tensor of the same type and shape.</summary>
    /// <exception cref="ArgumentException">The record has another type or shape.</exception>
    public static void Load(this Tensor tensor, BinaryReader reader, bool skip = false)
    {
        var (dtype, shape) = ReadHead(Given(reader));
        if (dtype != Given(tensor).dtype)
        {
            throw new ArgumentException($"Mismatched tensor data types while loading. Make sure that the model you are loading into is exactly the same as the origin. (The file holds {dtype}, the tensor is {tensor.dtype}.)");
        }

        Read(reader, tensor, shape, skip);
    }

    /// <summary>Reads a tensor record as a new tensor; skip: passes over the elements and gives zeros.</summary>
    public static Tensor Load(BinaryReader reader, bool skip = false)
    {
        Tensor? tensor = null;
        Load(ref tensor, reader, skip);
        return tensor!;
    }

    /// <summary>Reads a tensor record into a tensor, or as a new tensor where there is none.</summary>
    /// <exception cref="ArgumentException">The record has another shape.</exception>
    public static void Load(ref Tensor? tensor, BinaryReader reader, bool skip = false)
    {
        var (dtype, shape) = ReadHead(Given(reader));
        tensor ??= zeros(shape, dtype);
        Read(reader, tensor, shape, skip);
    }

    private static (ScalarType Dtype, long[] Shape) ReadHead(BinaryReader reader)
    {
        var dtype = reader.Decode();
        var rank = reader.Decode();
        if (dtype is < 0 or > 15 || rank > 64)
        {
            throw new InvalidDataException("This is not a tensor record of TorchSharp: its type or rank cannot be.");
        }

        var shape = new long[rank];
        for (var d = 0; d < rank; d++)
        {
            shape[d] = reader.Decode();
        }

        return ((ScalarType)dtype, shape);
    }

    private static void Read(BinaryReader reader, Tensor tensor, long[] shape, bool skip)
    {
        var count = checked((int)(Shapes.Count(shape) * tensor.ElementSize));
        if (skip)
        {
            Pass(reader, count);
            return;
        }

        if (!shape.AsSpan().SequenceEqual(tensor.shape))
        {
            throw new ArgumentException($"Mismatched tensor shape while loading. Make sure that the model you are loading into is exactly the same as the origin. (The file holds {Shapes.Text(shape)}, the tensor is {Shapes.Text(tensor.shape)}.)");
        }

        using var _ = no_grad();
        if (tensor.is_contiguous())
        {
            ReadExactly(reader, tensor.bytes);
            Inplace.Changed(tensor);
            return;
        }

        using var dense = Tensor.Allocate(shape, tensor.dtype);
        ReadExactly(reader, dense.bytes);
        tensor.copy_(dense);
    }

    private static void ReadExactly(BinaryReader reader, Span<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            var read = reader.Read(bytes);
            if (read == 0)
            {
                throw new EndOfStreamException($"The file ends {bytes.Length} bytes before the tensor does: it is truncated.");
            }

            bytes = bytes[read..];
        }
    }

    private static void Pass(BinaryReader reader, int count)
    {
        Span<byte> buffer = stackalloc byte[4096];
        while (count > 0)
        {
            var part = buffer[..Math.Min(count, buffer.Length)];
            ReadExactly(reader, part);
            count -= part.Length;
        }
    }
}
