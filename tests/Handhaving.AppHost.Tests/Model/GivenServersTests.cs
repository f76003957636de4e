using Aspire.Hosting;
using Handhaving.AppHost.Local.Running;
using Handhaving.AppHost.Local.Servers;

namespace Handhaving.AppHost.Tests.Model;

public sealed class GivenServersTests
{
    [Fact]
    public void A_server_whose_connection_string_is_given_is_not_started()
    {
        using var given = new Given(("ConnectionStrings:dispatch", "Host=elsewhere"), ("ConnectionStrings:messaging", "amqp://elsewhere/"));
        var postgres = given.Builder.AddPostgres("postgres");
        var database = postgres.AddDatabase("dispatch-database", "dispatch");
        var messaging = given.Builder.AddRabbitMQ("messaging");
        var service = given.Builder.AddProject("service", "service.csproj").WithReference(database, "dispatch").WithReference(messaging);

        given.Allocate();

        Assert.Empty(ServerPackage.NeededBy(given.Builder.Resources));
        var environment = ProgramLaunch.EnvironmentOf(service.Resource, 0);
        Assert.Equal("Host=elsewhere", environment["ConnectionStrings__dispatch"]);
        Assert.Equal("amqp://elsewhere/", environment["ConnectionStrings__messaging"]);
    }

    [Fact]
    public void One_database_that_is_not_given_needs_the_server()
    {
        using var given = new Given(("ConnectionStrings:dispatch", "Host=elsewhere"));
        var postgres = given.Builder.AddPostgres("postgres");
        postgres.AddDatabase("dispatch");
        postgres.AddDatabase("identity");

        Assert.Equal([ServerPackage.Postgres], ServerPackage.NeededBy(given.Builder.Resources));
    }
}
