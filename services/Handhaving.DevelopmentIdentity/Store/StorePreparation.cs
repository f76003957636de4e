using System.Data.Common;

namespace Handhaving.DevelopmentIdentity.Store;

/// <summary>Makes the schema and writes the clients once PostgreSQL answers; until then the provider is not ready, and only persona tokens work.</summary>
public sealed partial class StorePreparation(IServiceScopeFactory scopes, TimeProvider clock, ILogger<StorePreparation> logger) : BackgroundService
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(1);

    private readonly TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when the store can be used.</summary>
    public Task Done => done.Task;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!await TryAsync(stoppingToken)) await Task.Delay(BetweenTries, clock, stoppingToken);
        done.SetResult();
    }

    private async Task<bool> TryAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            await scope.ServiceProvider.GetRequiredService<IdentityDb>().Database.EnsureCreatedAsync(cancellation);
            await Clients.WriteAsync(scope.ServiceProvider, cancellation);
            return true;
        }
        catch (InvalidOperationException exception) when (exception.InnerException is DbException { IsTransient: true } absent)
        {
            LogNotYet(absent.Message);
            return false;
        }
    }

    [LoggerMessage(EventId = 3001, Level = LogLevel.Warning, Message = "The identity store does not answer yet: {Problem}")]
    private partial void LogNotYet(string problem);
}
