using System.Buffers;
using System.Buffers.Binary;
using System.IO.Pipelines;
using System.Text;
using Handhaving.Gateway.Errors;
using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Gateway.Protocols;

/// <summary>Answers the first call of an HTTP/2 connection with one refusal and says goodbye: enough of RFC 9113 for a gRPC client to show the text.</summary>
public sealed class Http2Refusal(IDuplexPipe transport)
{
    private const int PrefaceBytes = 24;
    private const int FrameHeaderBytes = 9;
    private const int LargestFrame = 16 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public async Task AnswerAsync(RuleBroken broken, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        try
        {
            await WriteAsync(FrameType.Settings, 0, 0, [], limit.Token);
            var preface = await transport.Input.ReadAtLeastAsync(PrefaceBytes, limit.Token);
            transport.Input.AdvanceTo(preface.Buffer.GetPosition(Math.Min(PrefaceBytes, preface.Buffer.Length)));
            if (await FirstCallAsync(limit.Token) is not { } stream) return;
            await WriteAsync(FrameType.Headers, FrameFlags.EndHeaders | FrameFlags.EndStream, stream, HeadersOf(broken), limit.Token);
            await WriteAsync(FrameType.GoAway, 0, 0, [.. Bytes(stream), .. Bytes(0), .. Encoding.UTF8.GetBytes(broken.Rule.Reason)], limit.Token);
            await ClientLeavesAsync(limit.Token);
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException)
        {
            // The caller did not wait for the answer, or did not leave in time; the connection is closed either way.
        }
    }

    // Skips settings, window updates and the like until HEADERS opens a stream.
    private async Task<int?> FirstCallAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var read = await transport.Input.ReadAtLeastAsync(FrameHeaderBytes, cancellation);
            if (read.Buffer.Length < FrameHeaderBytes) return null;
            var header = read.Buffer.Slice(0, FrameHeaderBytes).ToArray();
            transport.Input.AdvanceTo(read.Buffer.GetPosition(FrameHeaderBytes));
            var length = (header[0] << 16) | (header[1] << 8) | header[2];
            if (length > LargestFrame) return null;
            var type = (FrameType)header[3];
            if (type is FrameType.Headers) return BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(5)) & int.MaxValue;
            if (length > 0)
            {
                var payload = await transport.Input.ReadAtLeastAsync(length, cancellation);
                if (payload.Buffer.Length < length) return null;
                transport.Input.AdvanceTo(payload.Buffer.GetPosition(length));
            }
            if (type is FrameType.Settings && (header[4] & FrameFlags.Ack) == 0) await WriteAsync(FrameType.Settings, FrameFlags.Ack, 0, [], cancellation);
        }
    }

    // Closing with bytes unread would reset the connection and take the answer away.
    private async Task ClientLeavesAsync(CancellationToken cancellation)
    {
        while (await transport.Input.ReadAsync(cancellation) is { IsCompleted: false } read) transport.Input.AdvanceTo(read.Buffer.End);
    }

    private async Task WriteAsync(FrameType type, byte flags, int stream, byte[] payload, CancellationToken cancellation)
    {
        byte[] header = [(byte)(payload.Length >> 16), (byte)(payload.Length >> 8), (byte)payload.Length, (byte)type, flags, .. Bytes(stream)];
        await transport.Output.WriteAsync((byte[])[.. header, .. payload], cancellation);
    }

    private static byte[] HeadersOf(RuleBroken broken)
    {
        var block = new HeaderBlock().Status200().Add("content-type", GrpcDialects.MediaType);
        foreach (var (name, value) in GrpcTrailers.Of(ErrorTable.For(broken))) block.Add(name, value);
        return block.ToArray();
    }

    private static byte[] Bytes(int number)
    {
        var bytes = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        return bytes;
    }

    private enum FrameType : byte
    {
        Headers = 0x1,
        Settings = 0x4,
        GoAway = 0x7,
    }

    private static class FrameFlags
    {
        public const byte Ack = 0x1;
        public const byte EndStream = 0x1;
        public const byte EndHeaders = 0x4;
    }
}
