using System.Buffers.Binary;
using System.Collections.Concurrent;

namespace Handhaving.Gateway.Answers;

/// <summary>Follows what a connection of HTTP/2 sends, from header to header of its frames (RFC 9113, 4.1), and tells which streams have ended.</summary>
public sealed class SentFrames
{
    private const int HeaderBytes = 9;
    private const byte Data = 0x0;
    private const byte Headers = 0x1;
    private const byte RstStream = 0x3;
    private const byte EndStream = 0x1;

    private readonly ConcurrentDictionary<int, ExpectedEnd> expected = [];
    private readonly byte[] header = new byte[HeaderBytes];
    private int headerLength;
    private int payloadLeft;

    /// <summary>To be asked before anything is sent on the stream.</summary>
    public ExpectedEnd Expect(int stream) => expected[stream] = new(end => expected.TryRemove(end.Stream, out _), stream);

    /// <summary>All that is sent passes here, once and in order.</summary>
    public void Pass(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            var skipped = Math.Min(payloadLeft, bytes.Length);
            payloadLeft -= skipped;
            bytes = bytes[skipped..];
            var taken = Math.Min(HeaderBytes - headerLength, bytes.Length);
            bytes[..taken].CopyTo(header.AsSpan(headerLength));
            bytes = bytes[taken..];
            if ((headerLength += taken) == HeaderBytes) Begin();
        }
    }

    private void Begin()
    {
        (headerLength, payloadLeft) = (0, header[0] << 16 | header[1] << 8 | header[2]);
        var ends = header[3] is RstStream || (header[3] is Data or Headers && (header[4] & EndStream) != 0);
        if (ends && expected.TryGetValue(BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(5)), out var end)) end.Tell();
    }
}
