// A reader of Python pickles that executes nothing: a list of opcodes that build data, and a list of names that mean tensors.
// Everything else is refused by name. Python documentation: pickletools; PyTorch: torch/serialization.py.
using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace ConvNets.Weights;

/// <summary>Builds the object of one pickle.</summary>
/// <param name="data">Bytes of the file.</param>
/// <param name="file">Name of the file, for messages.</param>
/// <param name="start">Where the pickle begins.</param>
internal sealed class Unpickler(ReadOnlyMemory<byte> data, string file, int start = 0)
{
    private static readonly object Mark = new();

    private static readonly Dictionary<string, ElementType> Storages = new()
    {
        ["FloatStorage"] = ElementType.Float32,
        ["DoubleStorage"] = ElementType.Float64,
        ["HalfStorage"] = ElementType.Float16,
        ["BFloat16Storage"] = ElementType.BFloat16,
        ["LongStorage"] = ElementType.Int64,
        ["IntStorage"] = ElementType.Int32,
        ["ShortStorage"] = ElementType.Int16,
        ["CharStorage"] = ElementType.Int8,
        ["ByteStorage"] = ElementType.UInt8,
        ["BoolStorage"] = ElementType.Bool,
    };

    private readonly List<object?> _stack = [];
    private readonly Dictionary<long, object?> _memo = [];
    private int _at = start;

    /// <summary>Where the next pickle begins.</summary>
    public int Position => _at;

    /// <summary>Reads one pickle.</summary>
    /// <exception cref="WeightsException">The pickle is truncated, or asks for more than data.</exception>
    public object? Read()
    {
        try
        {
            while (Step())
            {
            }
            return Pop();
        }
        catch (Exception error) when (error is ArgumentException or InvalidCastException or KeyNotFoundException or OverflowException or IndexOutOfRangeException)
        {
            throw new WeightsException($"'{file}' is truncated or damaged: its pickle ends or breaks at byte {_at}.", error);
        }
    }

    private bool Step()
    {
        var opcode = (char)Byte();
        switch (opcode)
        {
            case '\x80': Byte(); break;                                                        // PROTO
            case '\x95': Take(8); break;                                                       // FRAME
            case '.': return false;                                                            // STOP
            case '(': Push(Mark); break;
            case 'N': Push(null); break;
            case '\x88': Push(true); break;
            case '\x89': Push(false); break;
            case 'J': Push((long)BinaryPrimitives.ReadInt32LittleEndian(Take(4))); break;      // BININT
            case 'K': Push((long)Byte()); break;                                               // BININT1
            case 'M': Push((long)BinaryPrimitives.ReadUInt16LittleEndian(Take(2))); break;     // BININT2
            case '\x8a': Push((long)new BigInteger(Take(Byte()))); break;                      // LONG1
            case '\x8b': Push((long)new BigInteger(Take(Length(4)))); break;                   // LONG4
            case 'I': Push(Integer(Line())); break;                                            // INT
            case 'L': Push(Integer(Line().TrimEnd('L'))); break;                               // LONG
            case 'G': Push(BinaryPrimitives.ReadDoubleBigEndian(Take(8))); break;              // BINFLOAT
            case 'X': Push(Encoding.UTF8.GetString(Take(Length(4)))); break;                   // BINUNICODE
            case '\x8c': Push(Encoding.UTF8.GetString(Take(Byte()))); break;                   // SHORT_BINUNICODE
            case 'T': Push(Encoding.Latin1.GetString(Take(Length(4)))); break;                 // BINSTRING
            case 'U': Push(Encoding.Latin1.GetString(Take(Byte()))); break;                    // SHORT_BINSTRING
            case 'B': Push(Take(Length(4)).ToArray()); break;                                  // BINBYTES
            case 'C': Push(Take(Byte()).ToArray()); break;                                     // SHORT_BINBYTES
            case ')': Push(Array.Empty<object?>()); break;                                     // EMPTY_TUPLE
            case '\x85': Push(Pops(1)); break;                                                 // TUPLE1
            case '\x86': Push(Pops(2)); break;                                                 // TUPLE2
            case '\x87': Push(Pops(3)); break;                                                 // TUPLE3
            case 't': Push(ToMark()); break;                                                   // TUPLE
            case ']': Push(new List<object?>()); break;                                        // EMPTY_LIST
            case 'l': Push(ToMark().ToList()); break;                                          // LIST
            case 'a': Append([Pop()]); break;                                                  // APPEND
            case 'e': Append(ToMark()); break;                                                 // APPENDS
            case '}': Push(new PickleDictionary()); break;                                     // EMPTY_DICT
            case 'd': Push(Filled(new PickleDictionary(), ToMark())); break;                   // DICT
            case 's': Set(Pops(2)); break;                                                     // SETITEM
            case 'u': Set(ToMark()); break;                                                    // SETITEMS
            case 'q': _memo[Byte()] = Top; break;                                              // BINPUT
            case 'r': _memo[Length(4)] = Top; break;                                           // LONG_BINPUT
            case '\x94': _memo[_memo.Count] = Top; break;                                      // MEMOIZE
            case 'h': Push(_memo[Byte()]); break;                                              // BINGET
            case 'j': Push(_memo[Length(4)]); break;                                           // LONG_BINGET
            case 'p': _memo[Integer(Line())] = Top; break;                                     // PUT
            case 'g': Push(_memo[Integer(Line())]); break;                                     // GET
            case '0': Pop(); break;                                                            // POP
            case '1': ToMark(); break;                                                         // POP_MARK
            case '2': Push(Top); break;                                                        // DUP
            case 'c': Push(Global(Line(), Line())); break;                                     // GLOBAL
            case '\x93': Push(Global((string)_stack[^2]!, (string)_stack[^1]!)); _stack.RemoveRange(_stack.Count - 3, 2); break;
            case 'Q': Push(Storage((object?[])Pop()!)); break;                                 // BINPERSID
            case 'R': Push(Build((PickleGlobal)_stack[^2]!, (object?[])_stack[^1]!)); _stack.RemoveRange(_stack.Count - 3, 2); break;
            case 'b': State(); break;                                                          // BUILD
            default:
                throw new WeightsException(
                    $"'{file}' uses the pickle opcode 0x{(int)opcode:x2} at byte {_at - 1}, which weights never need; this reader executes nothing and refuses it.");
        }
        return true;
    }

    /// <summary>A name: allowed when it means a tensor, a storage or a dictionary.</summary>
    private PickleGlobal Global(string module, string name)
    {
        var known = (module, name) switch
        {
            ("collections", "OrderedDict") => true,
            ("torch._utils", "_rebuild_tensor_v2" or "_rebuild_tensor" or "_rebuild_parameter") => true,
            ("torch", "Size") => true,
            ("torch" or "torch.storage" or "torch.cuda", _) => Storages.ContainsKey(name),
            _ => false,
        };
        return known
            ? new(module, name)
            : throw new WeightsException($"'{file}' refers to '{module}.{name}', which is no tensor; this reader executes nothing from a file and refuses it.");
    }

    private static PickleStorage Storage(object?[] id) =>
        id is ["storage", PickleGlobal type, string key, _, long count, ..] && Storages.TryGetValue(type.Name, out var elements)
            ? new(elements, key, count)
            : throw new InvalidCastException();

    private static object? Build(PickleGlobal function, object?[] arguments) => (function.Name, arguments) switch
    {
        ("OrderedDict", []) => new PickleDictionary(),
        ("OrderedDict", [List<object?> pairs]) => Filled(new(), [.. pairs.SelectMany(pair => (IEnumerable<object?>)pair!)]),
        ("Size", [object?[] sizes]) => sizes,
        ("_rebuild_tensor_v2" or "_rebuild_tensor", [PickleStorage storage, long offset, object?[] shape, object?[] strides, ..]) =>
            new PickleTensor(storage, offset, [.. shape.Cast<long>()], [.. strides.Cast<long>()]),
        ("_rebuild_parameter", [PickleTensor tensor, ..]) => tensor,
        _ => throw new InvalidCastException(),
    };

    /// <summary>The attributes of a dictionary, such as the versions in <c>_metadata</c>, are not needed.</summary>
    private void State()
    {
        Pop();
        if (Top is not PickleDictionary)
            throw new WeightsException($"'{file}' sets the state of an object that is no dictionary; this reader executes nothing and refuses it.");
    }

    private void Append(object?[] items) => ((List<object?>)Top!).AddRange(items);

    private void Set(object?[] pairs) => Filled((PickleDictionary)Top!, pairs);

    private static PickleDictionary Filled(PickleDictionary dictionary, object?[] pairs)
    {
        for (var i = 0; i < pairs.Length; i += 2)
            dictionary.Items.Add(new(pairs[i], pairs[i + 1]));
        return dictionary;
    }

    private object? Top => _stack[^1];

    private void Push(object? value) => _stack.Add(value);

    private object? Pop()
    {
        var value = _stack[^1];
        _stack.RemoveAt(_stack.Count - 1);
        return value;
    }

    private object?[] Pops(int count)
    {
        var values = _stack.GetRange(_stack.Count - count, count).ToArray();
        _stack.RemoveRange(_stack.Count - count, count);
        return values;
    }

    private object?[] ToMark()
    {
        var mark = _stack.LastIndexOf(Mark);
        var values = _stack.GetRange(mark + 1, _stack.Count - mark - 1).ToArray();
        _stack.RemoveRange(mark, _stack.Count - mark);
        return values;
    }

    private byte Byte() => data.Span[_at++];

    private int Length(int bytes) => checked((int)BinaryPrimitives.ReadUInt32LittleEndian(Take(bytes)));

    private ReadOnlySpan<byte> Take(int count)
    {
        var span = data.Span.Slice(_at, count);
        _at += count;
        return span;
    }

    private string Line()
    {
        var length = data.Span[_at..].IndexOf((byte)'\n');
        var line = Encoding.UTF8.GetString(Take(length));
        _at++;
        return line;
    }

    private static long Integer(string text) => text switch
    {
        "00" => 0,
        "01" => 1,
        _ => long.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var value) ? value : throw new ArgumentException(text),
    };
}
