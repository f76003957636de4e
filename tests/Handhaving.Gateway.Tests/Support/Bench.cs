using Handhaving.Testing.Identity;
using Xunit;

[assembly: AssemblyFixture(typeof(Handhaving.Gateway.Tests.Support.Bench))]

namespace Handhaving.Gateway.Tests.Support;

/// <summary>An issuer, one replica and a gateway with the settings of the product, shared by tests that change none of them.</summary>
public sealed class Bench : IAsyncLifetime
{
    private TestIssuer? issuer;
    private Replica? replica;
    private GatewayUnderTest? gateway;

    public TestIssuer Issuer => issuer ?? throw NotStarted();

    public Replica Replica => replica ?? throw NotStarted();

    public GatewayUnderTest Gateway => gateway ?? throw NotStarted();

    public async ValueTask InitializeAsync()
    {
        issuer = await TestIssuer.StartAsync();
        replica = await Replica.StartAsync();
        gateway = GatewayUnderTest.Start(issuer, [replica], ("RateLimits:Burst", "100000"), ("RateLimits:PermitsPerSecond", "100000"));
    }

    public async ValueTask DisposeAsync()
    {
        await Gateway.DisposeAsync();
        await Replica.DisposeAsync();
        await Issuer.DisposeAsync();
    }

    private static InvalidOperationException NotStarted() => new("The bench is not started.");
}
