using Microsoft.Extensions.Logging;

namespace Handhaving.Dispatch.Tests.Areas;

/// <summary>Tells when the first line is written.</summary>
internal sealed class FirstLine<T> : ILogger<T>
{
    private readonly TaskCompletionSource seen = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Seen => seen.Task;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => seen.TrySetResult();
}
