using System.Net;
using System.Net.Http.Headers;

namespace Handhaving.Gateway.Tests.Support;

/// <summary>The body of a gRPC call of which no byte comes.</summary>
public sealed class SilentContent : HttpContent
{
    private readonly TaskCompletionSource end = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public SilentContent() => Headers.ContentType = new MediaTypeHeaderValue("application/grpc");

    public void End() => end.TrySetResult();

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.FlushAsync();
        await end.Task;
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
