using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.Extensions.Logging;
using Xunit.v3;

[assembly: Handhaving.Dispatch.Tests.Service.DefectsAreTold]

namespace Handhaving.Dispatch.Tests.Service;

/// <summary>What the replicas of the tests logged as errors: a caller is told INTERNAL only, and nothing of why.</summary>
internal sealed class Defects : ILoggerProvider, ILogger
{
    public static readonly Defects OfReplicas = new();
    private readonly ConcurrentQueue<string> told = new();

    public int Count => told.Count;

    public IEnumerable<string> Since(int count) => told.Skip(count);

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel)) told.Enqueue($"{formatter(state, exception)}\n{exception}");
    }

    public void Dispose() { } // outlives each replica
}

/// <summary>Writes into each test's output what went wrong inside a replica while it ran, by whichever test.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
internal sealed class DefectsAreToldAttribute : BeforeAfterTestAttribute
{
    private static readonly ConcurrentDictionary<string, int> Known = new();

    public override void Before(MethodInfo methodUnderTest, IXunitTest test) => Known[test.UniqueID] = Defects.OfReplicas.Count;

    public override void After(MethodInfo methodUnderTest, IXunitTest test)
    {
        if (!Known.TryRemove(test.UniqueID, out var before)) return;
        foreach (var defect in Defects.OfReplicas.Since(before)) TestContext.Current.TestOutputHelper?.WriteLine(defect);
    }
}
