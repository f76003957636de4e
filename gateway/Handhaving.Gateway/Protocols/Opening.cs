using System.Buffers;
using Microsoft.AspNetCore.Connections;

namespace Handhaving.Gateway.Protocols;

/// <summary>What the first bytes of a connection say it speaks.</summary>
public enum Opening
{
    /// <summary>A request line.</summary>
    Http1,

    /// <summary>The preface <c>PRI * HTTP/2.0</c> (RFC 9113, 3.4).</summary>
    Http2,

    /// <summary>A handshake record (RFC 8446, 5.1).</summary>
    Tls,
}

/// <summary>Reads an opening.</summary>
public static class Openings
{
    private const byte HandshakeRecord = 0x16;

    private static ReadOnlySpan<byte> Preface => "PRI"u8; // no HTTP method begins so

    /// <summary>Null while there are too few bytes to tell.</summary>
    public static Opening? Of(ReadOnlySequence<byte> bytes)
    {
        if (bytes.IsEmpty) return null;
        if (bytes.FirstSpan[0] == HandshakeRecord) return Opening.Tls;
        Span<byte> start = stackalloc byte[Preface.Length];
        var length = (int)Math.Min(bytes.Length, Preface.Length);
        bytes.Slice(0, length).CopyTo(start);
        if (!Preface.StartsWith(start[..length])) return Opening.Http1;
        return length == Preface.Length ? Opening.Http2 : null;
    }

    /// <summary>Waits for the first bytes of a connection, and leaves them to who reads it next. Null when it said nothing in time, or went away.</summary>
    public static async Task<Opening?> ReadAsync(ConnectionContext connection, TimeSpan longest)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(connection.ConnectionClosed);
        limit.CancelAfter(longest);
        var input = connection.Transport.Input;
        try
        {
            while (true)
            {
                var read = await input.ReadAsync(limit.Token);
                var opening = Of(read.Buffer);
                input.AdvanceTo(read.Buffer.Start, opening is null ? read.Buffer.End : read.Buffer.Start);
                if (opening is not null || read.IsCompleted) return opening;
            }
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException)
        {
            return null;
        }
    }
}
