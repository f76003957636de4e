using System.Net;
using System.Net.Sockets;
using Handhaving.AppHost.Local.Doctor;
using Handhaving.AppHost.Local.Instances;
using Handhaving.AppHost.Local.Servers;

namespace Handhaving.AppHost.Tests.Doctor;

public sealed class FindingTests
{
    private static readonly DateTimeOffset Built = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    private static readonly ServerPackage Missing = new("nosuchserver", "nosuchserver", "nosuchserver", () => null);

    [Fact]
    public void A_missing_server_fails_only_where_it_may_not_be_installed()
    {
        Assert.False(ProgramFindings.Server(Missing, mayInstall: true).Fails);
        Assert.Equal(ServerMissing.CommandFor([Missing]), ProgramFindings.Server(Missing, mayInstall: false).Fix);
    }

    [Fact]
    public void A_port_in_use_fails_with_its_owner_unless_the_application_has_it()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        Assert.Contains($"process {Environment.ProcessId} ", PortFindings.Of("port", port, "gateway", running: false).Says);
        Assert.False(PortFindings.Of("port", port, "gateway", running: true).Fails);
    }

    [Fact]
    public void A_full_disk_and_a_clock_before_the_build_fail()
    {
        Assert.True(MachineFindings.Disk("/", 1 << 20).Fails);
        Assert.False(MachineFindings.Disk("/", 1L << 40).Fails);
        Assert.True(MachineFindings.Clock(Built.AddDays(-1), Built).Fails);
        Assert.False(MachineFindings.Clock(Built, Built).Fails);
    }

    [Fact]
    public void A_missing_tool_names_its_package() =>
        Assert.Equal("sudo apt-get install -y util-linux", Assert.Single(ProgramFindings.Tools(["nosuchtool"])).Fix);

    [Fact]
    public async Task The_sdk_of_this_repository_is_found() =>
        Assert.False((await ProgramFindings.SdkAsync(RepositoryRoot.Find(), TestContext.Current.CancellationToken)).Fails);

    [Fact]
    public void One_failing_line_makes_the_exit_code()
    {
        Assert.Equal(0, Examination.ExitCodeOf([Finding.Fine("a", "")]));
        Assert.Equal(1, Examination.ExitCodeOf([Finding.Fine("a", ""), new Finding("b", "", "do this")]));
    }
}
