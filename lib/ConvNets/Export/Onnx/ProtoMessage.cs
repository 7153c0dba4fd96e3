// A protocol buffer message that is written field by field: tags, varints, lengths. Large payloads are written when they are needed.
// Specification: protobuf.dev/programming-guides/encoding.
using System.Buffers.Binary;
using System.Text;

namespace ConvNets.Export.Onnx;

/// <summary>Fields of a message, in the order in which they were added.</summary>
internal sealed class ProtoMessage
{
    private readonly List<(long Length, Action<Stream> Write)> parts = [];

    /// <summary>Bytes of the encoded message.</summary>
    public long Length => parts.Sum(part => part.Length);

    public ProtoMessage Integer(int field, long value) => Raw([.. Varint((ulong)field << 3), .. Varint((ulong)value)]);

    public ProtoMessage Integers(int field, IEnumerable<long> values)
    {
        foreach (var value in values)
            Integer(field, value);
        return this;
    }

    public ProtoMessage Float(int field, float value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteSingleLittleEndian(bytes, value);
        return Raw([.. Varint((ulong)field << 3 | 5), .. bytes]);
    }

    public ProtoMessage Text(int field, string value)
    {
        var bytes = Encoding.UTF8.GetBytes(value);
        return Bytes(field, bytes.Length, stream => stream.Write(bytes));
    }

    public ProtoMessage Texts(int field, IEnumerable<string> values)
    {
        foreach (var value in values)
            Text(field, value);
        return this;
    }

    /// <summary>Bytes that <paramref name="write"/> produces when the message is written.</summary>
    public ProtoMessage Bytes(int field, long length, Action<Stream> write)
    {
        Raw([.. Varint((ulong)field << 3 | 2), .. Varint((ulong)length)]);
        parts.Add((length, write));
        return this;
    }

    /// <summary>A message within this one; complete when it is added.</summary>
    public ProtoMessage Message(int field, ProtoMessage message) => Bytes(field, message.Length, message.WriteTo);

    public void WriteTo(Stream stream)
    {
        foreach (var (_, write) in parts)
            write(stream);
    }

    private ProtoMessage Raw(byte[] bytes)
    {
        parts.Add((bytes.Length, stream => stream.Write(bytes)));
        return this;
    }

    private static IEnumerable<byte> Varint(ulong value)
    {
        while (value >= 0x80)
        {
            yield return (byte)(value | 0x80);
            value >>= 7;
        }
        yield return (byte)value;
    }
}
