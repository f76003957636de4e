using System.Net;
using Handhaving.ServiceDefaults.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Handhaving.ServiceDefaults.Tests.Access;

/// <summary>An address is believed of the gateway's networks alone, and one of them: what stands before it a caller may have written.</summary>
public sealed class CallerAddressTests
{
    private static readonly string[] None = [], Configured = ["10.1.0.0/24", "fd00:1::/64"];

    [Theory]
    [InlineData(false, "127.0.0.1", "203.0.113.7:50123", "203.0.113.7:50123")]
    [InlineData(false, "::1", "203.0.113.7:50123", "203.0.113.7:50123")]
    [InlineData(false, "10.1.0.9", "203.0.113.7:50123", "10.1.0.9:1000")]
    [InlineData(true, "10.1.0.9", "203.0.113.7:50123", "203.0.113.7:50123")]
    [InlineData(true, "fd00:1::9", "[2001:db8::7]:50123", "[2001:db8::7]:50123")]
    [InlineData(true, "10.1.1.9", "203.0.113.7:50123", "10.1.1.9:1000")]
    [InlineData(true, "127.0.0.1", "203.0.113.7:50123", "127.0.0.1:1000")]
    [InlineData(true, "10.1.0.9", "198.51.100.1:1, 203.0.113.7:50123", "203.0.113.7:50123")]
    [InlineData(true, "10.1.0.9", "somewhere", "10.1.0.9:1000")]
    [InlineData(true, "10.1.0.9", "", "10.1.0.9:1000")]
    public async Task The_address_is_the_gateways_word_or_the_peer(bool configured, string peer, string stated, string expected)
    {
        var settings = (configured ? Configured : None).Select((network, number) => KeyValuePair.Create($"Gateway:Networks:{number}", (string?)network));
        var services = new ServiceCollection().AddLogging().AddCallerAddress(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        await using var provider = services.BuildServiceProvider();
        var context = new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse(peer), RemotePort = 1000 } };
        context.Request.Headers["X-Forwarded-For"] = stated;

        await new ApplicationBuilder(provider).UseForwardedHeaders().Build()(context);

        Assert.Equal(expected, new IPEndPoint(context.Connection.RemoteIpAddress, context.Connection.RemotePort).ToString());
    }
}
