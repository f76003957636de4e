using Grpc.Net.Client;
using Handhaving.Faults.Tests.Books;
using Handhaving.Simulator.Ledger;
using Handhaving.Simulator.Scenario;
using Handhaving.Simulator.Wire;
using Handhaving.Testing.Servers;

[assembly: AssemblyFixture(typeof(Handhaving.Faults.Tests.Platform.FaultPlatform))]
// Each test breaks what another would stand on.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Handhaving.Faults.Tests.Platform;

/// <summary>The whole platform as a user starts it, on ports of its own; its processes and servers are there to be killed.</summary>
public sealed class FaultPlatform : IAsyncLifetime
{
    /// <summary>Changes that may wait for one screen: few, so that a reader that never reads is found out within a test.</summary>
    public const int LongestQueue = 400;

    private static readonly string PartnerSecret = Guid.NewGuid().ToString("N");
    private readonly HttpClient identity = new();
    private readonly List<GrpcChannel> channels = [];
    private readonly Dictionary<string, TokenSource> personas = [];
    private TokenSource? tokens;
    private AppHostProcess? application;
    private Task<IReadOnlyDictionary<string, string>?> lastRelease = Task.FromResult<IReadOnlyDictionary<string, string>?>(null);

    public AppHostProcess Application => application ?? throw new InvalidOperationException("The platform is not started.");

    /// <summary>The services of the last release by their resource, built beside the first tests; null where the history of the checkout does not reach back to it.</summary>
    public Task<IReadOnlyDictionary<string, string>?> LastRelease => lastRelease;

    /// <summary>Looks behind the services, as the owner of the database.</summary>
    public OwnerView Database => new(Application.ConnectionString("dispatch-database"));

    /// <summary>The same behind capacity.</summary>
    public OwnerView CapacityDatabase => new(Application.ConnectionString("capacity-database"));

    public async ValueTask InitializeAsync()
    {
        application = await AppHostProcess.StartAsync("faults", new Dictionary<string, string> { ["Board__LongestQueue"] = $"{LongestQueue}" }, CancellationToken.None,
            "--fresh", "--no-simulator", $"--Parameters:partner-secret={PartnerSecret}");
        lastRelease = BuildLastReleaseAsync();
        await FactTap.OfDispatch(application).DeclareAsync(CancellationToken.None);
        await FactTap.OfCapacity(application).DeclareAsync(CancellationToken.None);
        tokens = new TokenSource(identity, application.Address("identity", "http"), PartnerSecret, TimeProvider.System);
    }

    public async ValueTask DisposeAsync()
    {
        await ((Task)lastRelease).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // no build stays behind
        channels.ForEach(channel => channel.Dispose());
        if (application is not null) await application.DisposeAsync();
        tokens?.Dispose();
        foreach (var persona in personas.Values) persona.Dispose();
        identity.Dispose();
    }

    /// <summary>The platform through its gateway, for a partner system with a connection and a ledger of its own.</summary>
    public Simulator.Wire.Platform Connect(LedgerBook ledger) => Connect(Application.Address("gateway", "grpc"), ledger, PartnerTokens);

    /// <summary>One replica of dispatch, past the gateway.</summary>
    public Simulator.Wire.Platform ConnectToReplica(int replica, LedgerBook ledger) => Connect(Application.Address("dispatch", "http", replica), ledger, PartnerTokens);

    /// <summary>The same for one of the development identity provider's personas.</summary>
    public Simulator.Wire.Platform ConnectToReplica(int replica, LedgerBook ledger, string persona) => Connect(Application.Address("dispatch", "http", replica), ledger, TokensOf(persona));

    /// <summary>The gateway for one of the personas: a connection, and what carries calls over it.</summary>
    public (GrpcChannel Gateway, Caller Caller) ConnectAs(string persona, LedgerBook ledger)
    {
        var channel = Gateway.Open(Application.Address("gateway", "grpc"));
        channels.Add(channel);
        return (channel, new(ledger, TokensOf(persona), TimeProvider.System, new Chance(channels.Count, "back-off")));
    }

    private static async Task<IReadOnlyDictionary<string, string>?> BuildLastReleaseAsync()
    {
        Dictionary<string, string> programs = [];
        foreach (var (resource, project) in new[] { ("dispatch", "services/Handhaving.Dispatch/Handhaving.Dispatch"), ("capacity", "services/Handhaving.Capacity/Handhaving.Capacity") })
        {
            if (await Testing.Servers.LastRelease.BuildAsync(project, CancellationToken.None) is not { } program) return null;
            programs.Add(resource, program);
        }
        return programs;
    }

    private TokenSource PartnerTokens => tokens ?? throw new InvalidOperationException("The platform is not started.");

    private Simulator.Wire.Platform Connect(Uri address, LedgerBook ledger, TokenSource identified)
    {
        var channel = Gateway.Open(address);
        channels.Add(channel);
        return new(channel, new Caller(ledger, identified, TimeProvider.System, new Chance(channels.Count, "back-off")));
    }

    private TokenSource TokensOf(string persona)
    {
        if (!personas.TryGetValue(persona, out var known)) personas[persona] = known = new(cancellation => AskAsync(persona, cancellation), TimeProvider.System);
        return known;
    }

    private async Task<HttpResponseMessage> AskAsync(string persona, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Application.Address("identity", "http"), $"dev/token?persona={persona}")) { Headers = { { "accept", "application/json" } } };
        return await identity.SendAsync(request, cancellation);
    }
}
