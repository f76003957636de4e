using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace Handhaving.Gateway.Answers;

/// <summary>The way out of a connection, where <see cref="SentFrames"/> looks at what passes.</summary>
internal sealed class WatchedOutput(PipeWriter inner, SentFrames frames) : PipeWriter
{
    private Memory<byte> room;

    public override bool CanGetUnflushedBytes => inner.CanGetUnflushedBytes;

    public override long UnflushedBytes => inner.UnflushedBytes;

    /// <summary>On a connection of HTTP/2; others pass as they are.</summary>
    public static ConnectionDelegate Around(ConnectionDelegate next) => async connection =>
    {
        if (connection.Features.Get<ITlsApplicationProtocolFeature>() is { } chosen && !chosen.ApplicationProtocol.Span.SequenceEqual("h2"u8))
        {
            await next(connection);
            return;
        }
        var (frames, transport) = (new SentFrames(), connection.Transport);
        connection.Features.Set(frames);
        connection.Transport = new Duplex(transport.Input, new WatchedOutput(transport.Output, frames));
        await next(connection);
        connection.Transport = transport;
    };

    public override Memory<byte> GetMemory(int sizeHint = 0) => room = inner.GetMemory(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    // May come more than once for the same room.
    public override void Advance(int bytes)
    {
        frames.Pass(room.Span[..bytes]);
        room = room[bytes..];
        inner.Advance(bytes);
    }

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) => inner.FlushAsync(cancellationToken);

    public override void CancelPendingFlush() => inner.CancelPendingFlush();

    public override void Complete(Exception? exception = null) => inner.Complete(exception);

    private sealed record Duplex(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
