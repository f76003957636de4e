using Handhaving.Gateway.Tests.Support;
using Xunit;

namespace Handhaving.Gateway.Tests.Identity;

public sealed class IdentityHeadersTests(Bench bench)
{
    [Fact]
    public async Task Headers_that_claim_an_identity_are_taken_away_and_the_address_is_the_gateways_own()
    {
        var call = bench.Gateway.Call(bench.Issuer.Token("header-test"));
        foreach (var claimed in new[]
        {
            "x-forwarded-for", "x-forwarded-host", "X-Forwarded-User", "forwarded", "x-identity-sub", "x-tenant-id", "x-handhaving-role", "x-user", "x-user-id", "x-client-cert", "client-cert", "x-real-ip",
        })
            call.Headers?.Add(claimed, "203.0.113.7");
        call.Headers?.Add("x-client-version", "1.2.3");
        call.Headers?.Add("x-reason", "test");

        await bench.Gateway.Incidents().GetIncidentAsync(new() { Name = ReplicaIncidents.Any }, call);

        var received = bench.Replica.Calls.Last(headers => headers.GetValueOrDefault("x-client-version") == "1.2.3");
        Assert.DoesNotContain(received, header => header.Value.Contains("203.0.113.7", StringComparison.Ordinal));
        Assert.Matches("^127\\.0\\.0\\.1:[1-9][0-9]*$", received["x-forwarded-for"]);
        Assert.Equal("http", received["x-forwarded-proto"]);
        Assert.Equal("test", received["x-reason"]);
    }
}
