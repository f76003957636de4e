using System.Globalization;
using System.Text;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;

namespace Handhaving.ServiceDefaults.Errors;

/// <summary>How much a status may say. It travels in headers: clients of the C core take 8 KiB of them in all, and those of .NET end their whole connection over one that is too long.</summary>
internal static class StatusBounds
{
    /// <summary>Largest status, in bytes: 4 KiB as base64 in grpc-status-details-bin.</summary>
    public const int MostBytes = 3 * 1024;

    // English and Dutch; the English one comes twice, as grpc-message with up to three characters for a byte.
    private const int MostOfText = 500;

    // Of a value that may repeat what the caller sent.
    private const int MostOfValue = 300;

    // For the line that tells how much is left out, and the framing around the violations.
    private const int Reserve = 300;

    private const string Cut = "…";

    public static string Text(string text) => Shorten(text, MostOfText);

    public static string Value(string value) => Shorten(value, MostOfValue);

    /// <summary>As many of the values as leave room for the texts and for some wrong fields; the last ones go first.</summary>
    public static Dictionary<string, string> Metadata(IReadOnlyDictionary<string, string> metadata)
    {
        var room = MostBytes / 3;
        Dictionary<string, string> kept = [];
        foreach (var (key, value) in metadata.Select(pair => (Value(pair.Key), Value(pair.Value))))
            if ((room -= Bytes(key) + Bytes(value)) >= 0) kept[key] = value;
        return kept;
    }

    /// <summary>Adds the wrong fields from the first on while there is room, and says how many more there are.</summary>
    public static void AddViolations(Google.Rpc.Status status, RuleBroken broken)
    {
        var room = MostBytes - status.CalculateSize() - Reserve;
        var listed = new BadRequest { FieldViolations = { broken.Violations.Select(ToWire).TakeWhile(violation => (room -= violation.CalculateSize() + Framing) >= 0) } };
        var (unlisted, rest) = (broken.Violations.Count - listed.FieldViolations.Count, broken.Unchecked);
        if (unlisted > 0 || rest is not null)
            listed.FieldViolations.Add(ToWire(new(rest?.Path ?? broken.Violations[listed.FieldViolations.Count].Field, "MORE", string.Create(CultureInfo.InvariantCulture, $"{unlisted} more wrong fields are not listed here, and {rest?.Count ?? 0} more values were not looked at"))));
        status.Details.Add(Any.Pack(listed));
    }

    // Tag and length of a message inside another.
    private const int Framing = 4;

    private static BadRequest.Types.FieldViolation ToWire(FieldViolation violation) =>
        new() { Field = Value(violation.Field), Reason = violation.Reason, Description = Value(violation.Description) };

    private static string Shorten(string text, int most)
    {
        if (Bytes(text) <= most) return text;
        var (length, room) = (0, most - Bytes(Cut));
        foreach (var rune in text.EnumerateRunes())
        {
            if ((room -= rune.Utf8SequenceLength) < 0) break;
            length += rune.Utf16SequenceLength;
        }
        return text[..length] + Cut;
    }

    private static int Bytes(string text) => Encoding.UTF8.GetByteCount(text);
}
