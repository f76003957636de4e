using System.Net;

namespace Handhaving.Gateway.Resending;

/// <summary>A body that can be sent once; sending it again fails, rather than to send what is left of it.</summary>
internal sealed class OnceContent : HttpContent
{
    private readonly HttpContent inner;
    private bool isSent;

    public OnceContent(HttpContent inner)
    {
        this.inner = inner;
        foreach (var header in inner.Headers.NonValidated) Headers.TryAddWithoutValidation(header.Key, header.Value);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref isSent, true)) throw new IOException("Part of the stream was sent already.");
        return inner.CopyToAsync(stream, context, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}
