using System.Net;
using System.Net.Sockets;
using Aspire.Hosting;
using Handhaving.AppHost.Local.Instances;

namespace Handhaving.AppHost.Tests.Instances;

public sealed class PortBookTests
{
    [Fact]
    public void A_restart_gets_the_same_ports()
    {
        using var given = new Given();
        var before = Take(given.Instance, "a", "b");

        Assert.Equal(before, Take(given.Instance, "a", "b"));
        Assert.All(before, port => Assert.InRange(port, 20_000, 29_999));
        Assert.Equal(2, before.Distinct().Count());
    }

    [Fact]
    public void A_private_port_that_somebody_took_is_replaced()
    {
        using var given = new Given();
        var before = Take(given.Instance, "a")[0];
        using var intruder = Listen(before);

        Assert.NotEqual(before, Take(given.Instance, "a")[0]);
    }

    [Fact]
    public void A_fixed_port_in_use_names_its_owner()
    {
        using var given = new Given();
        using var intruder = Listen(0);
        var port = ((IPEndPoint)intruder.LocalEndpoint).Port;

        var refused = Assert.Throws<DistributedApplicationException>(() => new PortBook(given.Instance).TakeFixed("gateway", port));

        Assert.Contains($"process {Environment.ProcessId} ", refused.Message);
    }

    private static List<int> Take(Instance instance, params string[] purposes)
    {
        var book = new PortBook(instance);
        var ports = purposes.Select(book.Take).ToList();
        book.Save();
        return ports;
    }

    private static TcpListener Listen(int port)
    {
        var listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
        return listener;
    }
}
