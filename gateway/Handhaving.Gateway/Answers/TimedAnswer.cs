using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Features;

namespace Handhaving.Gateway.Answers;

/// <summary>The body of an answer, which has to be taken in time once it is complete: else its call is reset, and its connection goes on.</summary>
internal sealed class TimedAnswer : IHttpResponseBodyFeature
{
    private const int EnhanceYourCalm = 0xb; // RFC 9113, 7

    private readonly HttpContext context;
    private readonly TimeSpan longest;
    private readonly IHttpResponseBodyFeature real;
    private readonly IHttpResetFeature? reset; // null where there is none: HTTP/1.1

    private TimedAnswer(HttpContext context, TimeSpan longest)
    {
        (this.context, this.longest) = (context, longest);
        real = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        reset = context.Features.Get<IHttpResetFeature>();
        context.Features.Set<IHttpResponseBodyFeature>(this);
    }

    public Stream Stream => real.Stream;

    public PipeWriter Writer => real.Writer;

    public static TimedAnswer On(HttpContext context, TimeSpan longest) => new(context, longest);

    public async Task CompleteAsync()
    {
        var completing = real.CompleteAsync();
        if (!await Ends.InAsync(completing, longest)) Leave();
        await completing;
    }

    public void DisableBuffering() => real.DisableBuffering();

    public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default) => real.SendFileAsync(path, offset, count, cancellationToken);

    public Task StartAsync(CancellationToken cancellationToken = default) => real.StartAsync(cancellationToken);

    /// <summary>Ends the call without waiting for its caller any more.</summary>
    public void Leave()
    {
        GatewayMeters.AnswersLeft.Add(1);
        if (reset is null) context.Abort();
        else reset.Reset(EnhanceYourCalm);
    }
}
