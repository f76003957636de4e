using Handhaving.Dispatch.Data;
using Handhaving.Dispatch.Tests.Service;
using Handhaving.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Handhaving.Dispatch.Tests.Processes;

/// <summary>Who watches the log for errors is not woken by a race that was lost, but is by a defect.</summary>
public sealed class FailureLogTests(DispatchRegion region) : ILoggerProvider, ILogger
{
    private readonly List<LogLevel> told = [];

    [Fact]
    public async Task A_lost_race_is_no_error_in_the_log()
    {
        await using var db = Open();
        db.Add(await db.Units.AsNoTracking().OrderBy(unit => unit.Name).FirstAsync(TestContext.Current.CancellationToken));

        await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync(TestContext.Current.CancellationToken));

        Assert.DoesNotContain(told, level => level > LogLevel.Debug);
    }

    [Fact]
    public async Task A_command_that_fails_by_a_defect_is_one_error_in_the_log()
    {
        await using var db = Open();

        await Assert.ThrowsAsync<PostgresException>(() => db.Database.ExecuteSqlRawAsync("select * from no_such_table", TestContext.Current.CancellationToken));

        Assert.Equal([LogLevel.Error], told.Where(level => level > LogLevel.Information));
    }

    ILogger ILoggerProvider.CreateLogger(string categoryName) => this;

    IDisposable? ILogger.BeginScope<TState>(TState state) => null;

    bool ILogger.IsEnabled(LogLevel logLevel) => true;

    void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (logLevel >= LogLevel.Warning) told.Add(logLevel);
    }

    void IDisposable.Dispose() => told.TrimExcess();

    private DispatchDb Open()
    {
        var loggers = LoggerFactory.Create(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(this));
        var options = new DbContextOptionsBuilder<DispatchDb>();
        options.UseNpgsql(region.OwnerConnectionString).UseSnakeCaseNamingConvention().UseLoggerFactory(loggers).LogFailuresByTable(loggers);
        return new(options.Options);
    }
}
