using Handhaving.Gateway.Tests.Support;
using Handhaving.ServiceDefaults.Telemetry;
using Handhaving.Testing.Telemetry;
using Xunit;

namespace Handhaving.Gateway.Tests.Telemetry;

/// <summary>What the gateway measures of itself beside the durations of HTTP.</summary>
public sealed class MeasuredTests(Bench bench) : IDisposable
{
    private readonly Measurements measured = new(TelemetrySetup.SourceName);

    [Fact]
    public async Task What_it_refuses_is_counted_by_reason_and_how_long_it_took_to_start()
    {
        await using var gateway = GatewayUnderTest.Start(bench.Issuer, []);

        await Failure.OfAsync(gateway.Incidents().GetIncidentAsync(new() { Name = ReplicaIncidents.Any }, gateway.Call()));

        Assert.True(measured.SumOf("handhaving.refusals{reason=SERVICE_NOT_DEPLOYED}") >= 1);
        Assert.True(measured.CountOf("handhaving.start.duration") >= 1);
    }

    public void Dispose() => measured.Dispose();
}
