using System.Buffers.Binary;
using System.Text;

namespace TorchSharp;

/// <summary>
/// The pickle (protocol 2) inside an archive of one tensor. Reading interprets the few opcodes that such a file has and
/// calls nothing: an unknown opcode is an error.
/// </summary>
internal static class TensorPickle
{
    /// <summary>What a pickle says of a tensor: where its elements lie and how.</summary>
    internal sealed record Description(string Storage, string Key, long Offset, long[] Shape, long[] Strides, bool RequiresGrad);

    private sealed record Global(string Name);

    private sealed record Stored(string Storage, string Key);

    private static readonly object Mark = new();

    /// <summary>A module with the single parameter "0" over a contiguous storage of the same key.</summary>
    internal static byte[] Describe(string storage, long[] shape, bool requires_grad)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write([0x80, 2]);
        Name("__torch__", "Module");
        writer.Write([(byte)')', 0x81, (byte)'}', (byte)'(']);
        Text("0");
        Name("torch._utils", "_rebuild_tensor_v2");
        writer.Write("(("u8);
        Text("storage");
        Name("torch", storage);
        Text("0");
        Text("cpu");
        Number(Shapes.Count(shape));
        writer.Write("tQ"u8);
        Number(0);
        Tuple(shape);
        Tuple(Shapes.Contiguous(shape));
        writer.Write((byte)(requires_grad ? 0x88 : 0x89));
        Name("collections", "OrderedDict");
        writer.Write(")RtRub."u8);
        return stream.ToArray();

        void Name(string module, string name) => writer.Write(Encoding.UTF8.GetBytes($"c{module}\n{name}\n"));

        void Text(string text)
        {
            writer.Write((byte)'X');
            writer.Write(Encoding.UTF8.GetByteCount(text));
            writer.Write(Encoding.UTF8.GetBytes(text));
        }

        void Number(long value)
        {
            // LONG1 of eight little-endian bytes.
            writer.Write((byte)0x8a);
            writer.Write((byte)8);
            writer.Write(value);
        }

        void Tuple(long[] values)
        {
            writer.Write((byte)'(');
            foreach (var value in values)
            {
                Number(value);
            }

            writer.Write((byte)'t');
        }
    }

    /// <summary>The tensor that a pickle describes, alone or as the only tensor of a module; null where it describes none.</summary>
    internal static Description? Read(ReadOnlySpan<byte> pickle)
    {
        var stack = new Stack<object?>();
        var memo = new Dictionary<int, object?>();
        var at = 0;
        while (true)
        {
            var op = pickle[at++];
            switch (op)
            {
                case 0x80: at++; break;
                case (byte)'c': stack.Push(new Global($"{Line(pickle, ref at)} {Line(pickle, ref at)}")); break;
                case (byte)'q': memo[pickle[at++]] = stack.Peek(); break;
                case (byte)'r': memo[Int(pickle, ref at)] = stack.Peek(); break;
                case (byte)'h': stack.Push(memo[pickle[at++]]); break;
                case (byte)'j': stack.Push(memo[Int(pickle, ref at)]); break;
                case (byte)'(': stack.Push(Mark); break;
                case (byte)')': stack.Push(Array.Empty<object?>()); break;
                case (byte)'t': stack.Push(ToMark(stack)); break;
                case 0x85: stack.Push(Take(stack, 1)); break;
                case 0x86: stack.Push(Take(stack, 2)); break;
                case 0x87: stack.Push(Take(stack, 3)); break;
                case (byte)'}': stack.Push(new Dictionary<string, object?>()); break;
                case (byte)'X': stack.Push(Text(pickle, ref at)); break;
                case (byte)'K': stack.Push((long)pickle[at++]); break;
                case (byte)'M': stack.Push((long)BinaryPrimitives.ReadUInt16LittleEndian(pickle[at..])); at += 2; break;
                case (byte)'J': stack.Push((long)Int(pickle, ref at)); break;
                case 0x8a: stack.Push(Long(pickle, ref at)); break;
                case 0x88: stack.Push(true); break;
                case 0x89: stack.Push(false); break;
                case (byte)'N': stack.Push(null); break;
                case (byte)'Q': stack.Push(ToStored((object?[])stack.Pop()!)); break;
                case (byte)'R': Call(stack); break;
                case 0x81: Take(stack, 2); stack.Push(new Dictionary<string, object?>()); break;
                case (byte)'u': SetItems(stack); break;
                case (byte)'s':
                    var one = Take(stack, 2);
                    ((Dictionary<string, object?>)stack.Peek()!)[(string)one[0]!] = one[1];
                    break;
                case (byte)'b':
                    var state = stack.Pop();
                    stack.Pop();
                    stack.Push(state);
                    break;
                case (byte)'.':
                    return stack.Pop() switch
                    {
                        Description tensor => tensor,
                        Dictionary<string, object?> module => module.Values.OfType<Description>().SingleOrDefault(),
                        _ => null,
                    };
                default:
                    throw new InvalidDataException($"Unknown pickle opcode {op}.");
            }
        }
    }

    private static void Call(Stack<object?> stack)
    {
        var arguments = (object?[])stack.Pop()!;
        var function = (Global)stack.Pop()!;
        stack.Push(function.Name switch
        {
            "torch._utils _rebuild_tensor_v2" => Rebuild(arguments),
            "torch._utils _rebuild_parameter" => (Description)arguments[0]! with { RequiresGrad = (bool)arguments[1]! },
            "collections OrderedDict" => new Dictionary<string, object?>(),
            _ => throw new InvalidDataException($"Unknown function {function.Name}."),
        });
    }

    private static Description Rebuild(object?[] a)
    {
        var stored = (Stored)a[0]!;
        return new(stored.Storage, stored.Key, (long)a[1]!, Longs(a[2]), Longs(a[3]), (bool)a[4]!);
    }

    private static long[] Longs(object? tuple) => [.. ((object?[])tuple!).Select(value => (long)value!)];

    private static Stored ToStored(object?[] id) => new(((Global)id[1]!).Name["torch ".Length..], (string)id[2]!);

    private static object?[] Take(Stack<object?> stack, int count)
    {
        var values = new object?[count];
        for (var i = count - 1; i >= 0; i--)
        {
            values[i] = stack.Pop();
        }

        return values;
    }

    private static object?[] ToMark(Stack<object?> stack)
    {
        var values = new List<object?>();
        while (stack.Pop() is var value && !ReferenceEquals(value, Mark))
        {
            values.Add(value);
        }

        values.Reverse();
        return [.. values];
    }

    private static void SetItems(Stack<object?> stack)
    {
        var items = ToMark(stack);
        var target = (Dictionary<string, object?>)stack.Peek()!;
        for (var i = 0; i + 1 < items.Length; i += 2)
        {
            target[(string)items[i]!] = items[i + 1];
        }
    }

    private static string Line(ReadOnlySpan<byte> pickle, ref int at)
    {
        var length = pickle[at..].IndexOf((byte)'\n');
        if (length < 0)
        {
            throw new InvalidDataException("A name does not end.");
        }

        var line = Encoding.UTF8.GetString(pickle.Slice(at, length));
        at += length + 1;
        return line;
    }

    private static string Text(ReadOnlySpan<byte> pickle, ref int at)
    {
        var length = Int(pickle, ref at);
        if (length < 0 || length > pickle.Length - at)
        {
            throw new InvalidDataException("A text is longer than the pickle.");
        }

        at += length;
        return Encoding.UTF8.GetString(pickle.Slice(at - length, length));
    }

    private static int Int(ReadOnlySpan<byte> pickle, ref int at)
    {
        at += 4;
        return at <= pickle.Length ? BinaryPrimitives.ReadInt32LittleEndian(pickle[(at - 4)..]) : throw new EndOfStreamException();
    }

    private static long Long(ReadOnlySpan<byte> pickle, ref int at)
    {
        var length = pickle[at++];
        long value = 0;
        for (var i = 0; i < length; i++)
        {
            value |= (long)pickle[at + i] << (8 * i);
        }

        at += length;
        return length is > 0 and < 8 && (value >> (8 * length - 1)) != 0 ? value - (1L << (8 * length)) : value;
    }
}
