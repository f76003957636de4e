using System.Security.Cryptography;
using System.Text;
using Grpc.Core;
using Handhaving.Dispatch.Incidents;
using Handhaving.ServiceDefaults.Data;
using Handhaving.ServiceDefaults.Health;
using Handhaving.ServiceDefaults.Tenancy;
using Npgsql;

namespace Handhaving.Dispatch.Canary;

/// <summary>Sends one canary per municipality every five seconds through the gateway, as a caller from outside, and notes which come back.</summary>
/// <remarks>Each replica runs it; they agree on the request id of a round, so that the platform itself makes it one canary.</remarks>
public sealed partial class CanaryRounds(V1.CanaryService.CanaryServiceClient gateway, CanaryState state, Databases databases, TimeProvider clock, ILogger<CanaryRounds> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestCall = TimeSpan.FromSeconds(4);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(SendAsync(stoppingToken), WatchAsync(stoppingToken));

    private async Task SendAsync(CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            try
            {
                var round = clock.GetUtcNow().ToUnixTimeSeconds() / (long)Interval.TotalSeconds;
                await Task.WhenAll((await MunicipalitiesAsync(cancellation)).Select(municipality => SendAsync(municipality, round, cancellation)));
            }
            catch (NpgsqlException failure)
            {
                LogNotSent("municipalities/-", failure.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(cancellation));
    }

    private async Task SendAsync(TenantId municipality, long round, CancellationToken cancellation)
    {
        state.Expect(municipality);
        try
        {
            await gateway.SendCanaryAsync(new() { Parent = municipality.Name, RequestId = IdOf(municipality, round) }, deadline: (clock.GetUtcNow() + LongestCall).UtcDateTime, cancellationToken: cancellation);
        }
        catch (RpcException failure) when (!cancellation.IsCancellationRequested)
        {
            LogNotSent(municipality.Name, failure.StatusCode.ToString());
        }
    }

    private async Task WatchAsync(CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                using var stream = gateway.WatchCanaries(new() { Parent = "municipalities/-" }, cancellationToken: cancellation);
                await foreach (var message in stream.ResponseStream.ReadAllAsync(cancellation))
                    if (message.Arrival is { } canary && IncidentName.Parse(canary.Name) is { } name) state.Arrived(name.Tenant, canary.SendTime.ToDateTimeOffset());
            }
            catch (RpcException failure) when (!cancellation.IsCancellationRequested)
            {
                LogNotWatched(failure.StatusCode);
            }
            await Task.Delay(TimeSpan.FromSeconds(1), clock, cancellation);
        }
    }

    private async Task<IReadOnlyList<TenantId>> MunicipalitiesAsync(CancellationToken cancellation)
    {
        await using var command = databases.Service.CreateCommand("select code from municipality");
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        List<TenantId> municipalities = [];
        while (await reader.ReadAsync(cancellation)) municipalities.Add(new(reader.GetString(0)));
        return municipalities;
    }

    private static string IdOf(TenantId municipality, long round) => new Guid(SHA256.HashData(Encoding.ASCII.GetBytes($"{municipality.Value}|{round}")).AsSpan(0, 16)).ToString();

    [LoggerMessage(EventId = 2602, Level = LogLevel.Warning, Message = "The canary of {Municipality} was not sent ({Failure})")]
    private partial void LogNotSent(string municipality, string failure);

    [LoggerMessage(EventId = 2603, Level = LogLevel.Information, Message = "The stream of canaries ended ({Failure}); it is opened again")]
    private partial void LogNotWatched(StatusCode failure);
}
