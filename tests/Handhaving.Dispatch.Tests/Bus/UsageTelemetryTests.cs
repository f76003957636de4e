using Handhaving.Dispatch.Tests.Bus.Consumers;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Handhaving.Dispatch.Tests.Bus;

/// <summary>The library behind the bus would tell its makers how it is used; nobody decided that it may.</summary>
public sealed class UsageTelemetryTests
{
    [Fact]
    public async Task Nothing_of_how_the_bus_is_used_leaves_the_platform()
    {
        await using var bench = await BusBench.PrepareAsync<MortalConsumer>(new Fate());

        Assert.False(bench.Services.GetRequiredService<IOptions<UsageTelemetryOptions>>().Value.Enabled);
    }
}
