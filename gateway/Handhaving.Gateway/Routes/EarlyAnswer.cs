using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Features;

namespace Handhaving.Gateway.Routes;

/// <summary>
/// Tells the sender of a stream to stop as soon as its answer is out (RST_STREAM with NO_ERROR, RFC 9113, 8.1), not only when the service's own
/// reset has come.
/// </summary>
/// <remarks>
/// A sender that is not told resets the stream itself. Some then let one more message follow that reset (dotnet/runtime#1510), and the server must
/// take that for a broken connection: all other calls on it end.
/// </remarks>
public sealed class EarlyAnswer : IHttpResponseBodyFeature, IDisposable
{
    private const int NoError = 0;

    private readonly HttpContext context;
    private readonly IHttpResponseBodyFeature real;
    private readonly IHttpResetFeature? reset;
    private readonly WatchedBody upload;

    private EarlyAnswer(HttpContext context)
    {
        this.context = context;
        reset = context.Features.Get<IHttpResetFeature>(); // null where there is none: HTTP/1.1
        real = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        upload = new(context.Request.Body);
        context.Request.Body = upload;
        context.Features.Set<IHttpResponseBodyFeature>(this);
    }

    public Stream Stream => real.Stream;

    public PipeWriter Writer => real.Writer;

    public static EarlyAnswer On(HttpContext context) => new(context);

    public async Task CompleteAsync()
    {
        await real.CompleteAsync();
        if (!upload.HasEnded) reset?.Reset(NoError);
    }

    public void DisableBuffering() => real.DisableBuffering();

    public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default) => real.SendFileAsync(path, offset, count, cancellationToken);

    public Task StartAsync(CancellationToken cancellationToken = default) => real.StartAsync(cancellationToken);

    public void Dispose()
    {
        context.Features.Set(real);
        context.Request.Body = upload.Inner;
    }
}
