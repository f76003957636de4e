using System.Buffers;
using System.Text;

namespace Handhaving.Gateway.Protocols;

/// <summary>A header block of literals without index and without Huffman code (RFC 7541, 6.2.2): the plainest that every reader takes.</summary>
public sealed class HeaderBlock
{
    private const byte IndexedStatus200 = 0x88;
    private const byte LiteralNewName = 0x00;
    private const int SevenBits = 0x7f;

    private readonly ArrayBufferWriter<byte> bytes = new();

    public HeaderBlock Status200()
    {
        One(IndexedStatus200);
        return this;
    }

    public HeaderBlock Add(string name, string value)
    {
        One(LiteralNewName);
        Text(name);
        Text(value);
        return this;
    }

    public byte[] ToArray() => bytes.WrittenSpan.ToArray();

    private void Text(string text)
    {
        Length(text.Length);
        Encoding.ASCII.GetBytes(text, bytes);
    }

    // An integer with a prefix of seven bits (RFC 7541, 5.1).
    private void Length(int length)
    {
        if (length < SevenBits)
        {
            One((byte)length);
            return;
        }
        One(SevenBits);
        for (length -= SevenBits; length > SevenBits; length >>= 7) One((byte)(length & SevenBits | 0x80));
        One((byte)length);
    }

    private void One(byte value)
    {
        bytes.GetSpan(1)[0] = value;
        bytes.Advance(1);
    }
}
