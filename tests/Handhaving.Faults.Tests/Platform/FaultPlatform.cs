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
    private Task<string?> lastRelease = Task.FromResult<string?>(null);

    public AppHostProcess Application => application ?? throw new InvalidOperationException("The platform is not started.");

    /// <summary>The dispatch of the last release, built beside the first tests; null where the history of the checkout does not reach back to it.</summary>
    public Task<string?> LastRelease => lastRelease;

    /// <summary>Looks behind the services, as the owner of the database.</summary>
    public OwnerView Database => new(Application.ConnectionString("dispatch-database"));

    public async ValueTask InitializeAsync()
    {
        application = await AppHostProcess.StartAsync("faults", new Dictionary<string, string> { ["Board__LongestQueue"] = $"{LongestQueue}" }, CancellationToken.None,
            "--fresh", "--no-simulator", $"--Parameters:partner-secret={PartnerSecret}");
        lastRelease = Testing.Servers.LastRelease.BuildAsync("services/Handhaving.Dispatch/Handhaving.Dispatch", CancellationToken.None);
        await FactTap.DeclareAsync(application, CancellationToken.None);
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
