using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Features;

namespace Handhaving.ServiceDefaults.Errors;

/// <summary>The body of an answer; who completes it himself, as the gRPC runtime does at a deadline, sends the details along.</summary>
internal sealed class DetailedEnd(IHttpResponseBodyFeature inner, Action detail) : IHttpResponseBodyFeature
{
    public Stream Stream => inner.Stream;

    public PipeWriter Writer => inner.Writer;

    public void DisableBuffering() => inner.DisableBuffering();

    public Task StartAsync(CancellationToken cancellationToken = default) => inner.StartAsync(cancellationToken);

    public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default) => inner.SendFileAsync(path, offset, count, cancellationToken);

    public Task CompleteAsync()
    {
        detail();
        return inner.CompleteAsync();
    }
}
