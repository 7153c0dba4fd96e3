// A message on a pipe: four bytes of length, then that many bytes.

using System.Buffers.Binary;

namespace NotebookHost.Grading;

internal static class Frames
{
    /// <summary>The most that one message may hold, 64 MiB.</summary>
    internal const int Largest = 64 << 20;

    internal static void Write(Stream stream, byte[] message)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, message.Length);
        stream.Write(length);
        stream.Write(message);
        stream.Flush();
    }

    /// <summary>The next message, or null at the end of the stream.</summary>
    /// <exception cref="WireException">The length makes no sense, or the stream ends inside a message.</exception>
    internal static byte[]? Read(Stream stream)
    {
        Span<byte> head = stackalloc byte[4];
        var read = stream.ReadAtLeast(head, 4, throwOnEndOfStream: false);
        if (read < 4)
        {
            return read == 0 ? null : throw new WireException("a message is cut off");
        }

        var length = BinaryPrimitives.ReadInt32LittleEndian(head);
        if (length is < 0 or > Largest)
        {
            throw new WireException($"a message of {length} bytes is announced, the most is {Largest}");
        }

        // The memory grows with what arrives, not with what is announced.
        var message = new byte[Math.Min(length, 1 << 16)];
        for (var filled = 0; ;)
        {
            if (stream.ReadAtLeast(message.AsSpan(filled), message.Length - filled, throwOnEndOfStream: false) < message.Length - filled)
            {
                throw new WireException("a message is cut off");
            }

            if ((filled = message.Length) == length)
            {
                return message;
            }

            Array.Resize(ref message, (int)Math.Min(length, message.Length * 4L));
        }
    }
}
