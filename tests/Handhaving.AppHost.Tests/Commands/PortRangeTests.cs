using Aspire.Hosting;
using Handhaving.AppHost.Local.Commands;

namespace Handhaving.AppHost.Tests.Commands;

public sealed class PortRangeTests
{
    [Theory]
    [InlineData("--port-offset 60392", null)]
    [InlineData("--port-offset 60393", "--port-offset 60393 leads beyond port 65535. Give at most 60392.")]
    [InlineData("--port-offset 2147483647", "--port-offset 2147483647 leads beyond port 65535. Give at most 60392.")]
    [InlineData("--port-offset 70000 --ports free", null)]
    [InlineData("--port-offset 900", "--port-offset 900 leads to port 6000, which browsers do not open. Give another.")]
    [InlineData("--port-offset 900 --ports free", null)]
    public void An_offset_that_leads_to_no_port_or_to_one_that_browsers_block_is_refused(string line, string? complaint)
    {
        using var given = new Given();
        given.Builder.AddProject("identity", "identity.csproj").WithHttpEndpoint(port: 5110);
        given.Builder.AddProject("gateway", "gateway.csproj").WithHttpEndpoint(port: 5100).WithHttpsEndpoint(port: 5143);
        given.Builder.AddProject("dispatch", "dispatch.csproj").WithHttpEndpoint();

        Assert.Equal(complaint, PortRange.Checked(AppHostOptions.Parse(line.Split(' ')), given.Builder.Resources).Complaint);
    }
}
