using System.Net;
using System.Threading.RateLimiting;
using Handhaving.Gateway.Errors;
using Handhaving.Gateway.Protocols;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Telemetry;
using Microsoft.AspNetCore.Connections;

namespace Handhaving.Gateway.Connections;

/// <summary>
/// Bounds the connections that one address holds, on all ports together. The first few beyond that are told so in their own protocol; more are closed at once,
/// as telling costs a place as well.
/// </summary>
/// <param name="most">Connections that one address may hold.</param>
public sealed class AddressLimit(int most)
{
    private const int MostTold = 8;
    private const byte InternalError = 0x50; // RFC 8446, 6.2: unrelated to what the peer did
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly RuleBroken Broken = new(GatewayReasons.TooManyConnections) { RetryAfter = RetryAfter };
    private static readonly OpeningRefusal Words = new("503 Service Unavailable", $"{Broken.Rule.Dutch}\n{Broken.Rule.English}", InternalError, Broken);

    private readonly PartitionedRateLimiter<ConnectionContext> places = PlacesOf(most);
    private readonly PartitionedRateLimiter<ConnectionContext> told = PlacesOf(MostTold);

    public ConnectionDelegate Around(ConnectionDelegate next) => async connection =>
    {
        using var place = places.AttemptAcquire(connection);
        if (place.IsAcquired) await next(connection);
        else await RefuseAsync(connection);
    };

    private async Task RefuseAsync(ConnectionContext connection)
    {
        Meters.Refusals.Add(1, new KeyValuePair<string, object?>("reason", Broken.Rule.Reason));
        using var place = told.AttemptAcquire(connection);
        if (place.IsAcquired && await Openings.ReadAsync(connection, Patience) is { } opening) await Words.AnswerAsync(connection, opening);
    }

    private static PartitionedRateLimiter<ConnectionContext> PlacesOf(int most) => PartitionedRateLimiter.Create<ConnectionContext, string>(connection =>
        RateLimitPartition.GetConcurrencyLimiter($"{RemoteNetwork.Of((connection.RemoteEndPoint as IPEndPoint)?.Address)}", _ => new() { PermitLimit = most, QueueLimit = 0 }));
}
