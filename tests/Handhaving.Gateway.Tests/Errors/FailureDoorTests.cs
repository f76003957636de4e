using Google.Rpc;
using Handhaving.Gateway.Errors;
using Handhaving.Gateway.Protocols;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Handhaving.Gateway.Tests.Errors;

/// <summary>What the gateway throws itself leaves as a status; only a defect is told to the log.</summary>
public sealed class FailureDoorTests : ILogger<FailureDoor>
{
    private readonly List<LogLevel> told = [];

    public static TheoryData<Exception> Gone => new()
    {
        new IOException("The client reset the request stream."), new ConnectionResetException("reset"), new ConnectionAbortedException("aborted"),
    };

    [Theory, MemberData(nameof(Gone))]
    public async Task A_caller_that_resets_its_request_has_cancelled_it(Exception gone)
    {
        var status = await StatusOfAsync(gone);

        Assert.Equal("CANCELLED", status.GetDetail<ErrorInfo>().Reason);
        Assert.Empty(told);
    }

    [Fact]
    public async Task A_request_that_http_cannot_read_says_so_of_the_whole_request()
    {
        var status = await StatusOfAsync(new BadHttpRequestException("Bad chunk."));

        Assert.Equal(("INVALID_REQUEST", "UNREADABLE"), (status.GetDetail<ErrorInfo>().Reason, Assert.Single(status.GetDetail<BadRequest>().FieldViolations).Reason));
        Assert.Empty(told);
    }

    [Fact]
    public async Task A_defect_is_told()
    {
        var status = await StatusOfAsync(new InvalidOperationException("geheim"));

        Assert.Equal("INTERNAL", status.GetDetail<ErrorInfo>().Reason);
        Assert.Equal([LogLevel.Error], told);
    }

    IDisposable? ILogger.BeginScope<TState>(TState state) => null;

    bool ILogger.IsEnabled(LogLevel logLevel) => true;

    void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => told.Add(logLevel);

    private async Task<Google.Rpc.Status> StatusOfAsync(Exception failure)
    {
        var context = new DefaultHttpContext();
        context.Features.Set(new GrpcCall(GrpcDialect.Native, null));
        await new FailureDoor(_ => Task.FromException(failure), this).InvokeAsync(context);
        var details = context.Response.Headers["grpc-status-details-bin"].ToString();
        return Google.Rpc.Status.Parser.ParseFrom(Convert.FromBase64String(details.PadRight((details.Length + 3) / 4 * 4, '=')));
    }
}
