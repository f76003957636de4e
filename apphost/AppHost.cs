using Aspire.Hosting;

// The whole application on one machine: `dotnet run --project apphost`. Only the verbs of Aspire's app model stand here.
var builder = DistributedApplication.CreateBuilder(args);

// Password of the two roles the services log in with; the migrator gives it to them.
var databasePassword = builder.AddParameter("database-password", secret: true);
// What the simulated partner shows the identity provider.
var partnerSecret = builder.AddParameter("partner-secret", secret: true);
// And what the canary shows it, which watches the way of a report from outside.
var canarySecret = builder.AddParameter("canary-secret", secret: true);

var postgres = builder.AddPostgres("postgres").WithDataVolume();
var dispatchDatabase = postgres.AddDatabase("dispatch-database", "dispatch");
var capacityDatabase = postgres.AddDatabase("capacity-database", "capacity");
var identityDatabase = postgres.AddDatabase("identity-database", "identity");
var messaging = builder.AddRabbitMQ("messaging").WithDataVolume();
var cache = builder.AddRedis("cache").WithDataVolume();

// What the simulated partner plays; busier levels need more units than the demo region has.
var (scenario, level, clock) = (Asked("--scenario", "gewone-avond"), Asked("--level", "L1"), Asked("--clock", "60"));
var units = level switch { "L2" => "185", "L3" => "2000", _ => "0" };

var migration = builder.AddProject("dispatch-migrate", "../services/Handhaving.Dispatch/Handhaving.Dispatch.csproj")
    .WithArgs("migrate", "--seed", "--units", units)
    .WithReference(dispatchDatabase, "dispatch")
    .WithEnvironment("Database__Password", databasePassword)
    .WaitFor(dispatchDatabase);

var capacityMigration = builder.AddProject("capacity-migrate", "../services/Handhaving.Capacity/Handhaving.Capacity.csproj")
    .WithArgs("migrate", "--seed")
    .WithReference(capacityDatabase, "capacity")
    .WithEnvironment("Database__Password", databasePassword)
    .WaitFor(capacityDatabase);

var identity = builder.AddProject("identity", "../services/Handhaving.DevelopmentIdentity/Handhaving.DevelopmentIdentity.csproj")
    .WithHttpEndpoint(port: 5110, name: "http", isProxied: false)
    .WithReference(identityDatabase, "identity")
    .WaitFor(identityDatabase)
    .WithHttpHealthCheck("/health/ready");
var issuer = identity.GetEndpoint("http");
identity
    .WithEnvironment("Identity__Issuer", issuer)
    .WithEnvironment("Identity__Audience", "handhaving")
    .WithEnvironment("Clients__PartnerSimulator__Secret", partnerSecret)
    .WithEnvironment("Clients__Canary__Secret", canarySecret);

var dispatch = builder.AddProject("dispatch", "../services/Handhaving.Dispatch/Handhaving.Dispatch.csproj")
    .WithReplicas(2)
    .WithHttpEndpoint(name: "http")
    .WithReference(dispatchDatabase, "dispatch")
    .WithReference(messaging)
    .WithReference(cache)
    .WithEnvironment("Database__Password", databasePassword)
    .WithEnvironment("Identity__Issuer", issuer)
    .WithEnvironment("Identity__Audience", "handhaving")
    .WaitForCompletion(migration)
    .WaitFor(messaging)
    .WaitFor(cache)
    .WaitFor(identity)
    .WithHttpHealthCheck("/health/ready");

var capacity = builder.AddProject("capacity", "../services/Handhaving.Capacity/Handhaving.Capacity.csproj")
    .WithReplicas(2)
    .WithHttpEndpoint(name: "http")
    .WithReference(capacityDatabase, "capacity")
    .WithReference(messaging)
    .WithReference(cache)
    .WithEnvironment("Database__Password", databasePassword)
    .WithEnvironment("Identity__Issuer", issuer)
    .WithEnvironment("Identity__Audience", "handhaving")
    .WaitForCompletion(capacityMigration)
    .WaitFor(messaging)
    .WaitFor(cache)
    .WaitFor(identity)
    .WithHttpHealthCheck("/health/ready");

// 5100 speaks HTTP/1.1 (console, gRPC-Web), 5101 HTTP/2 without TLS (gRPC), 5143 both over TLS.
var gateway = builder.AddProject("gateway", "../gateway/Handhaving.Gateway/Handhaving.Gateway.csproj")
    .WithHttpEndpoint(port: 5100, name: "http", env: "Listen__Http", isProxied: false)
    .WithHttpEndpoint(port: 5101, name: "grpc", env: "Listen__Grpc", isProxied: false)
    .WithHttpsEndpoint(port: 5143, name: "https", env: "Listen__Https", isProxied: false)
    .WithExternalHttpEndpoints()
    .WithReference(dispatch)
    .WithReference(capacity)
    .WithReference(cache)
    .WithEnvironment("Identity__Issuer", issuer)
    .WithEnvironment("Identity__Audience", "handhaving")
    .WaitFor(dispatch)
    .WaitFor(capacity)
    .WaitFor(cache)
    .WaitFor(identity)
    .WithHttpHealthCheck("/health/ready", endpointName: "http");
// Browsers come back to the gateway with their code, on whichever ports it listens.
identity
    .WithEnvironment("Clients__Console__Origins__0", gateway.GetEndpoint("http"))
    .WithEnvironment("Clients__Console__Origins__1", gateway.GetEndpoint("https"));
dispatch
    .WithEnvironment("Canary__Gateway", gateway.GetEndpoint("grpc"))
    .WithEnvironment("Clients__Canary__Secret", canarySecret);

if (!args.Contains("--no-simulator"))
    builder.AddProject("simulator", "../services/Handhaving.Simulator/Handhaving.Simulator.csproj")
        .WithArgs("--forever", "--scenario", scenario, "--level", level, "--clock", clock)
        .WithReference(gateway)
        .WithReference(identity)
        .WithEnvironment("Identity__Issuer", issuer)
        .WithEnvironment("Clients__PartnerSimulator__Secret", partnerSecret)
        .WaitFor(gateway);

builder.Build().Run();

string Asked(string option, string otherwise) => args.SkipWhile(argument => argument != option).Skip(1).FirstOrDefault() ?? otherwise;
