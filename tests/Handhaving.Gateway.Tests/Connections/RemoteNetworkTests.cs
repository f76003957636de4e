using System.Net;
using Handhaving.Gateway.Connections;
using Xunit;

namespace Handhaving.Gateway.Tests.Connections;

public sealed class RemoteNetworkTests
{
    [Theory]
    [InlineData("192.0.2.7", "192.0.2.7")]
    [InlineData("::ffff:192.0.2.7", "192.0.2.7")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::")]
    [InlineData("2001:db8:1:2::", "2001:db8:1:2::")]
    public void An_address_stands_for_its_subscriber(string address, string network) => Assert.Equal(IPAddress.Parse(network), RemoteNetwork.Of(IPAddress.Parse(address)));

    [Fact]
    public void Who_has_no_address_has_no_network() => Assert.Null(RemoteNetwork.Of(null));
}
