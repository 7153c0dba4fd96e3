// The only things that travel between grader and submission: numbers, text, tensors, arrays of them, tables of them by name.
// A value is its type, a few letters, and its bytes; nothing of it names a .NET type, and a reader checks each count against
// the bytes that are there before it reserves memory.

using System.Buffers.Binary;
using System.Collections;
using System.Runtime.InteropServices;
using System.Text;
using static TorchSharp.torch;

namespace NotebookHost.Grading;

/// <summary>Writes and reads plain values.</summary>
internal static class PlainData
{
    private const int MaximumRank = 8;
    private const int MaximumDepth = 4;

    // Texts, tensors and arrays of a message: a few bytes of it each, a few hundred in the memory of who reads it.
    private const int MaximumPieces = 1 << 16;

    private static readonly ScalarType[] Kinds = [ScalarType.Float32, ScalarType.Float64, ScalarType.Int64, ScalarType.Int32, ScalarType.Bool, ScalarType.Byte];

    /// <summary>Whether values of a type can travel.</summary>
    internal static bool Carries(Type type) => type.IsArray
        ? type.GetArrayRank() == 1 && Carries(type.GetElementType()!)
        : Letter(type) is not null;

    /// <summary>The bytes of a value.</summary>
    /// <exception cref="WireException">It is not plain data; the sentence names its type.</exception>
    internal static byte[] Bytes(object?[] values)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        writer.Write(values.Length);
        foreach (var value in values)
        {
            Write(writer, value);
        }

        writer.Flush();
        return stream.ToArray();
    }

    /// <summary>The values of a message.</summary>
    /// <exception cref="WireException">The bytes are no message.</exception>
    internal static object?[] Values(byte[] bytes)
    {
        var reader = new Reader(bytes);
        var values = new object?[reader.Count(1)];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = reader.Value();
        }

        return reader.AtEnd ? values : throw new WireException("a message is longer than it says");
    }

    private static void Write(BinaryWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.Write((byte)'N');
                break;
            case IDictionary table:
                writer.Write((byte)'K');
                writer.Write(table.Count);
                foreach (DictionaryEntry entry in table)
                {
                    WriteItem(writer, 'S', (string)entry.Key);
                    Write(writer, entry.Value);
                }

                break;
            default:
                var type = value.GetType();
                type = value is Tensor ? typeof(Tensor) : type;
                var depth = 0;
                for (; type.IsArray && type.GetArrayRank() == 1; depth++)
                {
                    writer.Write((byte)'A');
                    type = type.GetElementType()!;
                }

                var letter = Letter(type) ?? throw new WireException($"a value of type {type.Name} cannot be handed over; numbers, text, tensors and arrays of them can");
                writer.Write((byte)letter);
                WriteItems(writer, letter, depth, value);
                break;
        }
    }

    private static void WriteItems(BinaryWriter writer, char letter, int depth, object? value)
    {
        if (depth == 0)
        {
            WriteItem(writer, letter, value ?? throw new WireException("an array holds null"));
            return;
        }

        var items = (Array)(value ?? throw new WireException("an array holds null"));
        writer.Write(items.Length);
        if (depth == 1 && Raw(items) is { Length: > 0 } raw)
        {
            writer.Write(raw);
            return;
        }

        foreach (var item in items)
        {
            WriteItems(writer, letter, depth - 1, item);
        }
    }

    private static ReadOnlySpan<byte> Raw(Array items) => items switch
    {
        byte[] bytes => bytes,
        int[] ints => MemoryMarshal.AsBytes<int>(ints),
        long[] longs => MemoryMarshal.AsBytes<long>(longs),
        float[] floats => MemoryMarshal.AsBytes<float>(floats),
        double[] doubles => MemoryMarshal.AsBytes<double>(doubles),
        bool[] bools => MemoryMarshal.AsBytes<bool>(bools),
        _ => [],
    };

    private static void WriteItem(BinaryWriter writer, char letter, object value)
    {
        switch (letter)
        {
            case 'B':
                writer.Write((bool)value);
                break;
            case 'Y':
                writer.Write((byte)value);
                break;
            case 'I':
                writer.Write((int)value);
                break;
            case 'L':
                writer.Write((long)value);
                break;
            case 'F':
                writer.Write((float)value);
                break;
            case 'D':
                writer.Write((double)value);
                break;
            case 'S':
                var text = Encoding.UTF8.GetBytes((string)value);
                writer.Write(text.Length);
                writer.Write(text);
                break;
            case 'T':
                WriteTensor(writer, (Tensor)value);
                break;
        }
    }

    private static void WriteTensor(BinaryWriter writer, Tensor tensor)
    {
        if (tensor.IsInvalid)
        {
            throw new WireException("a tensor that was disposed cannot be handed over");
        }

        using var scope = NewDisposeScope();
        if (tensor.numel() > Frames.Largest / 4)
        {
            throw new WireException($"a tensor of {Words.Shape(tensor.shape)} is too large to be handed over");
        }

        var kind = Array.IndexOf(Kinds, tensor.dtype);
        if (kind < 0)
        {
            throw new WireException($"a tensor of type {tensor.dtype} cannot be handed over; use float32, float64, int64, int32, bool or uint8");
        }

        var plain = tensor.detach().cpu().contiguous();
        writer.Write((byte)kind);
        writer.Write((byte)plain.shape.Length);
        foreach (var size in plain.shape)
        {
            writer.Write(size);
        }

        writer.Write(plain.bytes);
    }

    private static char? Letter(Type type) =>
        type == typeof(bool) ? 'B'
        : type == typeof(byte) ? 'Y'
        : type == typeof(int) ? 'I'
        : type == typeof(long) ? 'L'
        : type == typeof(float) ? 'F'
        : type == typeof(double) ? 'D'
        : type == typeof(string) ? 'S'
        : typeof(Tensor).IsAssignableFrom(type) ? 'T'
        : null;

    private sealed class Reader(byte[] bytes)
    {
        private int at;
        private int pieces;

        public bool AtEnd => at == bytes.Length;

        /// <summary>A count of items that take at least <paramref name="least"/> bytes each.</summary>
        public int Count(int least)
        {
            var count = BinaryPrimitives.ReadInt32LittleEndian(Take(4));
            return count >= 0 && (long)count * least <= bytes.Length - at ? count : throw new WireException("a message announces more items than it holds");
        }

        public object? Value(int depth = 0)
        {
            var letter = (char)Take(1)[0];
            if (letter == 'N')
            {
                return null;
            }

            if (letter == 'K')
            {
                if (depth > 1)
                {
                    throw new WireException("a message is nested too deeply");
                }

                var table = new OrderedDictionary<string, object?>();
                for (var left = Count(5); left > 0; left--)
                {
                    table[(string)Items('S', 0)] = Value(depth + 1);
                }

                return table;
            }

            var ranks = 0;
            for (; letter == 'A'; ranks++)
            {
                letter = (char)Take(1)[0];
            }

            return ranks <= MaximumDepth ? Items(letter, ranks) : throw new WireException("a message is nested too deeply");
        }

        private object Items(char letter, int depth)
        {
            if ((depth > 0 || letter is 'S' or 'T') && ++pieces > MaximumPieces)
            {
                throw new WireException($"a message holds more than {MaximumPieces} texts, tensors and arrays");
            }

            if (depth == 0)
            {
                return Item(letter);
            }

            var element = TypeOf(letter);
            for (var i = 1; i < depth; i++)
            {
                element = element.MakeArrayType();
            }

            var width = depth > 1 ? 4 : letter switch { 'B' or 'Y' => 1, 'I' or 'F' or 'S' => 4, 'T' => 2, _ => 8 };
            var items = Array.CreateInstance(element, Count(width));
            for (var i = 0; i < items.Length; i++)
            {
                if (depth == 1 && i == 0 && letter is not ('S' or 'T'))
                {
                    Fill(items, width);
                    break;
                }

                items.SetValue(Items(letter, depth - 1), i);
            }

            return items;
        }

        private void Fill(Array items, int width)
        {
            var raw = Take(items.Length * width);
            switch (items)
            {
                case bool[] bools:
                    for (var i = 0; i < bools.Length; i++)
                    {
                        bools[i] = raw[i] != 0;
                    }

                    break;
                case byte[] whole:
                    raw.CopyTo(whole);
                    break;
                case int[] ints:
                    raw.CopyTo(MemoryMarshal.AsBytes(ints.AsSpan()));
                    break;
                case long[] longs:
                    raw.CopyTo(MemoryMarshal.AsBytes(longs.AsSpan()));
                    break;
                case float[] floats:
                    raw.CopyTo(MemoryMarshal.AsBytes(floats.AsSpan()));
                    break;
                case double[] doubles:
                    raw.CopyTo(MemoryMarshal.AsBytes(doubles.AsSpan()));
                    break;
            }
        }

        private static Type TypeOf(char letter) => letter switch
        {
            'B' => typeof(bool),
            'Y' => typeof(byte),
            'I' => typeof(int),
            'L' => typeof(long),
            'F' => typeof(float),
            'D' => typeof(double),
            'S' => typeof(string),
            'T' => typeof(Tensor),
            _ => throw new WireException("a message holds a value of an unknown kind"),
        };

        private object Item(char letter) => letter switch
        {
            'B' => Take(1)[0] != 0,
            'Y' => Take(1)[0],
            'I' => BinaryPrimitives.ReadInt32LittleEndian(Take(4)),
            'L' => BinaryPrimitives.ReadInt64LittleEndian(Take(8)),
            'F' => BinaryPrimitives.ReadSingleLittleEndian(Take(4)),
            'D' => BinaryPrimitives.ReadDoubleLittleEndian(Take(8)),
            'S' => Encoding.UTF8.GetString(Take(Count(1))),
            'T' => Tensor(),
            _ => throw new WireException("a message holds a value of an unknown kind"),
        };

        private Tensor Tensor()
        {
            var kind = Take(1)[0];
            var rank = Take(1)[0];
            if (kind >= Kinds.Length || rank > MaximumRank)
            {
                throw new WireException("a message holds a tensor of an unknown kind");
            }

            var type = Kinds[kind];
            var width = type switch { ScalarType.Float32 or ScalarType.Int32 => 4, ScalarType.Float64 or ScalarType.Int64 => 8, _ => 1 };
            var shape = new long[rank];
            var count = 1L;
            for (var i = 0; i < rank; i++)
            {
                shape[i] = BinaryPrimitives.ReadInt64LittleEndian(Take(8));
                if (shape[i] < 0 || shape[i] > bytes.Length || (count *= shape[i]) * width > bytes.Length - at)
                {
                    throw new WireException("a message holds a tensor whose shape is not that of its values");
                }
            }

            var raw = Take((int)count * width);
            if (type == ScalarType.Bool)
            {
                foreach (ref var flag in raw)
                {
                    flag = (byte)(flag == 0 ? 0 : 1);
                }
            }

            var read = empty(shape, dtype: type);
            read.bytes = raw;
            return read;
        }

        private Span<byte> Take(int count)
        {
            if (count < 0 || count > bytes.Length - at)
            {
                throw new WireException("a message ends too early");
            }

            at += count;
            return bytes.AsSpan(at - count, count);
        }
    }
}
