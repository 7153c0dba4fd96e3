// The bytes of ZMTP 3.0 (rfc.zeromq.org/spec/23): greeting, commands, frames.

using System.Buffers.Binary;
using System.Text;

namespace NotebookHost.Jupyter.Zmtp;

/// <summary>A peer that does not speak ZMTP 3, or sends more than it may.</summary>
internal sealed class ZmtpException(string message) : Exception(message);

/// <summary>One frame as it travels.</summary>
/// <param name="IsCommand">Whether it is a command of the protocol itself.</param>
/// <param name="More">Whether further frames of the same message follow.</param>
/// <param name="Body">Its bytes.</param>
internal readonly record struct ZmtpFrame(bool IsCommand, bool More, byte[] Body);

internal static class ZmtpFrames
{
    internal const int GreetingLength = 64;

    private const byte MoreFlag = 1;
    private const byte LongFlag = 2;
    private const byte CommandFlag = 4;

    /// <summary>The greeting: signature, version 3.0, mechanism NULL.</summary>
    internal static byte[] Greeting()
    {
        var greeting = new byte[GreetingLength];
        greeting[0] = 0xFF;
        greeting[9] = 0x7F;
        greeting[10] = 3;
        "NULL"u8.CopyTo(greeting.AsSpan(12));
        return greeting;
    }

    /// <exception cref="ZmtpException">The peer is none of ours.</exception>
    internal static void CheckGreeting(ReadOnlySpan<byte> greeting)
    {
        if (greeting[0] != 0xFF || (greeting[9] & 1) == 0 || greeting[10] < 3)
        {
            throw new ZmtpException("The peer does not speak ZMTP 3.");
        }

        if (!greeting.Slice(12, 5).SequenceEqual("NULL\0"u8))
        {
            throw new ZmtpException("The peer asks for a security mechanism other than NULL.");
        }
    }

    /// <summary>The READY command of a socket.</summary>
    internal static byte[] Ready(string socketType)
    {
        using var body = new MemoryStream();
        body.WriteByte(5);
        body.Write("READY"u8);
        Property(body, "Socket-Type", Encoding.ASCII.GetBytes(socketType));
        Property(body, "Identity", []);
        return Encode(body.ToArray(), more: false, command: true);
    }

    /// <summary>The name of a command and what follows it.</summary>
    internal static (string Name, byte[] Body) Command(byte[] body)
    {
        if (body.Length == 0 || body.Length < 1 + body[0])
        {
            throw new ZmtpException("A command has no name.");
        }

        return (Encoding.ASCII.GetString(body, 1, body[0]), body[(1 + body[0])..]);
    }

    /// <summary>The properties of a READY command.</summary>
    internal static Dictionary<string, byte[]> Properties(ReadOnlySpan<byte> body)
    {
        var properties = new Dictionary<string, byte[]>(StringComparer.OrdinalIgnoreCase);
        while (body.Length > 0)
        {
            int nameLength = body[0];
            if (body.Length < 1 + nameLength + 4)
            {
                throw new ZmtpException("A property is cut off.");
            }

            var name = Encoding.ASCII.GetString(body.Slice(1, nameLength));
            var length = BinaryPrimitives.ReadInt32BigEndian(body[(1 + nameLength)..]);
            body = body[(1 + nameLength + 4)..];
            if (length < 0 || length > body.Length)
            {
                throw new ZmtpException("A property is cut off.");
            }

            properties[name] = body[..length].ToArray();
            body = body[length..];
        }

        return properties;
    }

    /// <summary>The bytes of one frame.</summary>
    internal static byte[] Encode(ReadOnlySpan<byte> body, bool more, bool command = false)
    {
        var isLong = body.Length > 255;
        var frame = new byte[(isLong ? 9 : 2) + body.Length];
        frame[0] = (byte)((more ? MoreFlag : 0) | (isLong ? LongFlag : 0) | (command ? CommandFlag : 0));
        if (isLong)
        {
            BinaryPrimitives.WriteInt64BigEndian(frame.AsSpan(1), body.Length);
        }
        else
        {
            frame[1] = (byte)body.Length;
        }

        body.CopyTo(frame.AsSpan(isLong ? 9 : 2));
        return frame;
    }

    /// <summary>The bytes of a whole message.</summary>
    internal static byte[] Encode(IReadOnlyList<byte[]> message)
    {
        using var bytes = new MemoryStream(message.Sum(f => f.Length + 9));
        for (var i = 0; i < message.Count; i++)
        {
            bytes.Write(Encode(message[i], i < message.Count - 1));
        }

        return bytes.ToArray();
    }

    /// <summary>Reads one frame; throws EndOfStreamException when the peer is gone.</summary>
    internal static async ValueTask<ZmtpFrame> Read(Stream stream, long maximum, CancellationToken cancellationToken)
    {
        var head = new byte[9];
        await stream.ReadExactlyAsync(head.AsMemory(0, 2), cancellationToken).ConfigureAwait(false);
        var flags = head[0];
        if ((flags & ~(MoreFlag | LongFlag | CommandFlag)) != 0)
        {
            throw new ZmtpException("A frame has unknown flags.");
        }

        long length = head[1];
        if ((flags & LongFlag) != 0)
        {
            await stream.ReadExactlyAsync(head.AsMemory(2, 7), cancellationToken).ConfigureAwait(false);
            length = BinaryPrimitives.ReadInt64BigEndian(head.AsSpan(1));
        }

        if (length < 0 || length > maximum)
        {
            throw new ZmtpException($"A frame of {length} bytes is too long.");
        }

        var body = new byte[length];
        await stream.ReadExactlyAsync(body, cancellationToken).ConfigureAwait(false);
        return new ZmtpFrame((flags & CommandFlag) != 0, (flags & MoreFlag) != 0, body);
    }

    private static void Property(MemoryStream body, string name, byte[] value)
    {
        body.WriteByte((byte)name.Length);
        body.Write(Encoding.ASCII.GetBytes(name));
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, value.Length);
        body.Write(length);
        body.Write(value);
    }
}
