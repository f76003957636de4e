using Aspire.Hosting;
using Handhaving.AppHost.Local.Running;

namespace Handhaving.AppHost.Tests.Model;

public sealed class EnvironmentTests
{
    [Fact]
    public void A_referrer_is_told_every_replica_of_a_service()
    {
        using var given = new Given();
        var service = given.Builder.AddProject("dispatch", "dispatch.csproj").WithReplicas(2).WithHttpEndpoint();
        var referrer = given.Builder.AddProject("gateway", "gateway.csproj").WithReference(service);

        given.Allocate();

        var environment = ProgramLaunch.EnvironmentOf(referrer.Resource, 0);
        Assert.Equal(service.Resource.Endpoints[0].Url(0), environment["services__dispatch__http__0"]);
        Assert.Equal(service.Resource.Endpoints[0].Url(1), environment["services__dispatch__http__1"]);
        Assert.NotEqual(environment["services__dispatch__http__0"], environment["services__dispatch__http__1"]);
    }

    [Fact]
    public void Each_replica_is_told_its_own_address()
    {
        using var given = new Given();
        var service = given.Builder.AddProject("dispatch", "dispatch.csproj").WithReplicas(2).WithHttpEndpoint(env: "Listen__Http").WithHttpsEndpoint();

        given.Allocate();

        var second = ProgramLaunch.EnvironmentOf(service.Resource, 1);
        Assert.Equal($"{service.Resource.Endpoints[0].Url(1)};{service.Resource.Endpoints[1].Url(1)}", second["ASPNETCORE_URLS"]);
        Assert.Equal($"{service.Resource.Endpoints[0].Ports[1]}", second["Listen__Http"]);
        Assert.Equal("dispatch", second["OTEL_SERVICE_NAME"]);
        Assert.Equal("Development", second["ASPNETCORE_ENVIRONMENT"]);
    }

    [Fact]
    public void A_connection_string_comes_under_the_name_the_referrer_chose()
    {
        using var given = new Given();
        var database = given.Builder.AddPostgres("postgres").AddDatabase("dispatch-database", "dispatch");
        var referrer = given.Builder.AddProject("service", "service.csproj").WithReference(database, "dispatch");

        given.Allocate();

        var server = database.Resource.Parent;
        Assert.Equal($"Host=127.0.0.1;Port={server.Port};Username=handhaving;Password={server.Password};Database=dispatch",
            ProgramLaunch.EnvironmentOf(referrer.Resource, 0)["ConnectionStrings__dispatch"]);
    }

    [Fact]
    public void An_endpoint_in_a_variable_is_an_issuer_with_its_closing_slash()
    {
        using var given = new Given();
        var identity = given.Builder.AddProject("identity", "identity.csproj").WithHttpEndpoint(port: 21_110, name: "http");
        identity.WithEnvironment("Identity__Issuer", identity.GetEndpoint("http"));

        given.Allocate();

        Assert.Equal("http://127.0.0.1:21110/", ProgramLaunch.EnvironmentOf(identity.Resource, 0)["Identity__Issuer"]);
    }

    [Fact]
    public void A_secret_is_generated_once_and_only_its_owner_reads_it()
    {
        using var given = new Given();
        var password = given.Builder.AddParameter("database-password", secret: true);
        var service = given.Builder.AddProject("service", "service.csproj").WithEnvironment("Database__Password", password);

        given.Allocate();

        var secret = ProgramLaunch.EnvironmentOf(service.Resource, 0)["Database__Password"];
        Assert.Equal(secret, given.Instance.Secrets.GetOrCreate("database-password"));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite,
            File.GetUnixFileMode(Path.Combine(given.Instance.Directory, "secrets", "database-password")));
    }

    [Fact]
    public void A_given_parameter_is_taken_and_a_missing_one_says_how_to_give_it()
    {
        using var given = new Given(("Parameters:api_key", "from outside"));
        var present = given.Builder.AddParameter("api-key");
        var missing = given.Builder.AddParameter("other-key");

        Assert.Equal("from outside", present.Resource.Required);
        Assert.Contains("--Parameters:other-key=VALUE", Assert.Throws<DistributedApplicationException>(() => missing.Resource.Required).Message);
    }

    [Fact]
    public void A_name_is_given_once()
    {
        using var given = new Given();
        given.Builder.AddRedis("cache");

        Assert.Throws<DistributedApplicationException>(() => given.Builder.AddRabbitMQ("Cache"));
    }
}
