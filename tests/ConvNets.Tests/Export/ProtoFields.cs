// Reads protocol buffers back, knowing nothing of how the exporter writes them.
using System.Buffers.Binary;
using System.Text;

namespace ConvNets.Tests.Export;

/// <summary>The fields of one encoded message.</summary>
internal sealed class ProtoFields
{
    private readonly List<(int Field, ulong Number, ReadOnlyMemory<byte> Bytes)> fields = [];

    public ProtoFields(ReadOnlyMemory<byte> data)
    {
        var at = 0;
        while (at < data.Length)
        {
            var tag = Varint(data.Span, ref at);
            ulong number = 0;
            ReadOnlyMemory<byte> bytes = default;
            switch (tag & 7)
            {
                case 0:
                    number = Varint(data.Span, ref at);
                    break;
                case 2:
                    var length = (int)Varint(data.Span, ref at);
                    bytes = data.Slice(at, length);
                    at += length;
                    break;
                case 5:
                    number = BinaryPrimitives.ReadUInt32LittleEndian(data.Span[at..]);
                    at += 4;
                    break;
                default:
                    throw new InvalidDataException($"Wire type {tag & 7} is not used by ONNX.");
            }
            fields.Add(((int)(tag >> 3), number, bytes));
        }
    }

    public long Integer(int field) => (long)fields.LastOrDefault(entry => entry.Field == field).Number;

    public long[] Integers(int field) => [.. fields.Where(entry => entry.Field == field).Select(entry => (long)entry.Number)];

    public float Float(int field) => BitConverter.UInt32BitsToSingle((uint)fields.Last(entry => entry.Field == field).Number);

    public ReadOnlyMemory<byte> Bytes(int field) => fields.LastOrDefault(entry => entry.Field == field).Bytes;

    public string Text(int field) => Encoding.UTF8.GetString(Bytes(field).Span);

    public string[] Texts(int field) => [.. fields.Where(entry => entry.Field == field).Select(entry => Encoding.UTF8.GetString(entry.Bytes.Span))];

    public IEnumerable<ProtoFields> Messages(int field) => fields.Where(entry => entry.Field == field).Select(entry => new ProtoFields(entry.Bytes));

    private static ulong Varint(ReadOnlySpan<byte> data, ref int at)
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var b = data[at++];
            value |= (ulong)(b & 0x7F) << shift;
            if (b < 0x80)
                return value;
        }
    }
}
