using Google.Protobuf;
using Google.Rpc;
using Grpc.Core;
using Handhaving.ServiceDefaults.Errors;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Handhaving.ServiceDefaults.Tests.Errors;

/// <summary>What breaks while a caller's stream is read is the caller's: no defect, and no line in the log.</summary>
public sealed class BrokenStreamTests : ILogger<ErrorInterceptor>
{
    private readonly List<LogLevel> told = [];

    [Fact]
    public async Task A_stream_that_was_reset_ends_as_cancelled() =>
        Assert.Equal(("CANCELLED", StatusCode.Cancelled), await ReasonOfAsync(new IOException("The client reset the request stream.")));

    [Fact]
    public async Task A_message_that_cannot_be_read_says_so_of_the_whole_request()
    {
        var status = await StatusOfAsync(Unreadable());

        Assert.Equal("INVALID_REQUEST", status.GetDetail<ErrorInfo>().Reason);
        Assert.Equal(("", "UNREADABLE"), Assert.Single(status.GetDetail<BadRequest>().FieldViolations.Select(violation => (violation.Field, violation.Reason))));
        Assert.Empty(told);
    }

    [Fact]
    public async Task What_breaks_elsewhere_is_still_a_defect()
    {
        var interceptor = new ErrorInterceptor(TimeProvider.System, this);

        await Assert.ThrowsAsync<RpcException>(() => interceptor.DuplexStreamingServerHandler<object, object>(new Broken(new IOException()), new Nowhere(), new Nobody(), (_, _, _) => throw new IOException("A file.")));

        Assert.Equal([LogLevel.Error], told);
    }

    IDisposable? ILogger.BeginScope<TState>(TState state) => null;

    bool ILogger.IsEnabled(LogLevel logLevel) => true;

    void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => told.Add(logLevel);

    private async Task<(string, StatusCode)> ReasonOfAsync(Exception broken)
    {
        var status = await StatusOfAsync(broken);
        Assert.Empty(told);
        return (status.GetDetail<ErrorInfo>().Reason, (StatusCode)status.Code);
    }

    private async Task<Google.Rpc.Status> StatusOfAsync(Exception broken)
    {
        var interceptor = new ErrorInterceptor(TimeProvider.System, this);
        var failure = await Assert.ThrowsAsync<RpcException>(() => interceptor.DuplexStreamingServerHandler<object, object>(
            new Broken(broken), new Nowhere(), new Nobody(), async (requests, _, context) => await requests.MoveNext(context.CancellationToken)));
        return failure.GetRpcStatus() ?? throw new InvalidOperationException("No details.");
    }

    private static InvalidProtocolBufferException Unreadable() =>
        Assert.Throws<InvalidProtocolBufferException>(() => Google.Rpc.Status.Parser.ParseFrom([0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]));

    private sealed class Broken(Exception failure) : IAsyncStreamReader<object>
    {
        public object Current => throw failure;

        public Task<bool> MoveNext(CancellationToken cancellationToken) => Task.FromException<bool>(failure);
    }

    private sealed class Nowhere : IServerStreamWriter<object>
    {
        public WriteOptions? WriteOptions { get; set; }

        public Task WriteAsync(object message) => Task.CompletedTask;
    }
}
