namespace Handhaving.Testing.Telemetry;

/// <summary>A protobuf message read by field numbers: the receiver needs a handful of fields and no generated code.</summary>
internal readonly record struct WireMessage(ReadOnlyMemory<byte> Bytes)
{
    public string Text(int number) => System.Text.Encoding.UTF8.GetString(First(number).Span);

    public string Hex(int number) => Convert.ToHexStringLower(First(number).Span);

    public WireMessage Message(int number) => new(First(number));

    public IEnumerable<WireMessage> Messages(int number) => Fields().Where(field => field.Number == number).Select(field => new WireMessage(field.Content));

    private ReadOnlyMemory<byte> First(int number) => Fields().FirstOrDefault(field => field.Number == number).Content;

    // Key = field number << 3 | wire type: 0 varint, 1 eight bytes, 2 length and bytes, 5 four bytes.
    private IEnumerable<(int Number, ReadOnlyMemory<byte> Content)> Fields()
    {
        for (var at = 0; at < Bytes.Length;)
        {
            var key = Varint(ref at);
            var length = (key & 7) switch { 0 => SkipVarint(at), 1 => 8, 2 => (int)Varint(ref at), 5 => 4, var type => throw new InvalidDataException($"Wire type {type}.") };
            yield return ((int)(key >> 3), Bytes.Slice(at, length));
            at += length;
        }
    }

    private int SkipVarint(int at)
    {
        var length = 1;
        while (Bytes.Span[at + length - 1] > 127) length++;
        return length;
    }

    private ulong Varint(ref int at)
    {
        var value = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var next = Bytes.Span[at++];
            value |= (ulong)(next & 127) << shift;
            if (next < 128) return value;
        }
    }
}
