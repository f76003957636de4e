using System.Collections.Concurrent;
using Handhaving.Dispatch.Tests.Bus.Consumers;
using Handhaving.Dispatch.Tests.Service;
using Microsoft.Extensions.Logging;

namespace Handhaving.Dispatch.Tests.Bus;

/// <summary>A message that never gets out wakes somebody after its third return, and goes on waiting.</summary>
public sealed class ReturnAlarmTests
{
    [Fact]
    public async Task The_third_return_of_a_message_is_an_error_in_the_log_and_the_message_stays()
    {
        using var log = new ErrorLog();
        await using var bench = await BusBench.StartAsync<PatientConsumer>(log);
        var stuck = Guid.CreateVersion7();

        await bench.PublishUnknownAsync(stuck);

        await Work.EventuallyAsync(() => Task.FromResult(log.Errors.Any(error => error.Contains($"{stuck}", StringComparison.Ordinal))));
        Assert.True(await bench.AskAsync("select return_count >= 3 and sent_at is null from outbox where message_id = $1", stuck) is true);
    }

    private sealed class ErrorLog : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Errors { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel)) Errors.Enqueue(formatter(state, exception));
        }

        public void Dispose()
        {
        }
    }
}
