using Google.Rpc;
using Handhaving.ServiceDefaults.Errors;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Handhaving.ServiceDefaults.Tests.Errors;

/// <summary>Bytes that are no message are the caller's mistake: told to it with details, and in the log as no more than a warning.</summary>
public sealed class EarlyFailureTests : ILoggerProvider, ILogger
{
    private readonly List<(LogLevel Level, string Text, Exception? Failure)> told = [];

    [Theory]
    [InlineData("2")] // unknown
    [InlineData("13")] // internal
    public async Task A_message_that_cannot_be_read_is_one_warning_without_a_stack(string status)
    {
        var context = await FailAsync(status, hasLeft: false);

        Assert.Equal([(LogLevel.Warning, "/handhaving.dispatch.v1.IncidentService/AddNote was sent a message that cannot be read", null)], told);
        Assert.Equal("3", context.Response.Headers["grpc-status"]);
        Assert.Equal("UNREADABLE", Assert.Single(DetailsOf(context).GetDetail<BadRequest>().FieldViolations).Reason);
    }

    [Fact]
    public async Task A_message_whose_sender_left_was_cancelled()
    {
        var context = await FailAsync("2", hasLeft: true);

        Assert.Equal(("1", "CANCELLED"), (context.Response.Headers["grpc-status"].ToString(), DetailsOf(context).GetDetail<ErrorInfo>().Reason));
        Assert.Empty(told);
    }

    [Theory]
    [InlineData("8")] // too large
    [InlineData("12")] // no such method
    public async Task What_else_fails_early_is_not_logged(string status)
    {
        await FailAsync(status, hasLeft: false);

        Assert.Empty(told);
    }

    [Fact]
    public async Task Nothing_is_said_of_the_compression_of_a_method_that_is_not_here()
    {
        var context = await FailAsync("12", hasLeft: false);

        Assert.Equal("UNKNOWN_METHOD", DetailsOf(context).GetDetail<ErrorInfo>().Reason);
    }

    ILogger ILoggerProvider.CreateLogger(string categoryName) => this;

    IDisposable? ILogger.BeginScope<TState>(TState state) => null;

    bool ILogger.IsEnabled(LogLevel logLevel) => true;

    void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => told.Add((logLevel, formatter(state, exception), exception));

    void IDisposable.Dispose() => told.TrimExcess();

    private static Status DetailsOf(HttpContext context)
    {
        var details = context.Response.Headers["grpc-status-details-bin"].ToString();
        return Status.Parser.ParseFrom(Convert.FromBase64String(details.PadRight((details.Length + 3) / 4 * 4, '=')));
    }

    private async Task<HttpContext> FailAsync(string status, bool hasLeft)
    {
        await using var services = new ServiceCollection().AddLogging(logging => logging.AddProvider(this)).BuildServiceProvider();
        var context = new DefaultHttpContext { RequestServices = services, RequestAborted = new(hasLeft) };
        context.Request.Path = "/handhaving.dispatch.v1.IncidentService/AddNote";
        await EarlyFailure.InvokeAsync(context, early =>
        {
            early.Response.Headers["grpc-status"] = status;
            return Task.CompletedTask;
        });
        return context;
    }
}
