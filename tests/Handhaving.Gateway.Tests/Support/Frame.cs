using System.Text;

namespace Handhaving.Gateway.Tests.Support;

/// <summary>One frame of HTTP/2 (RFC 9113, 6).</summary>
public sealed record Frame(FrameType Type, byte Flags, int Stream, byte[] Payload)
{
    public const byte Ack = 0x1;
    public const byte EndStream = 0x1;
    public const byte EndHeaders = 0x4;

    public bool EndsStream => Type is FrameType.Headers or FrameType.Data && (Flags & EndStream) != 0;

    /// <summary>Text that stands in it as it is: Kestrel sends headers without Huffman code.</summary>
    public bool Says(string text) => Encoding.Latin1.GetString(Payload).Contains(text, StringComparison.Ordinal);
}

public enum FrameType : byte
{
    Data = 0x0,
    Headers = 0x1,
    RstStream = 0x3,
    Settings = 0x4,
    Ping = 0x6,
    GoAway = 0x7,
    WindowUpdate = 0x8,
}
