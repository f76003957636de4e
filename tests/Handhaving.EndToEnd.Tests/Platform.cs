using System.Net.Http.Headers;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Handhaving.Testing;
using Handhaving.Testing.Servers;
using Handhaving.Testing.Telemetry;

[assembly: AssemblyFixture(typeof(Handhaving.EndToEnd.Tests.Platform))]
// One test kills a replica: what another does at that moment would rightly be told UNAVAILABLE.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Handhaving.EndToEnd.Tests;

/// <summary>The whole platform as a user starts it, on ports of its own: all processes, dispatch twice, the gateway in front.</summary>
public sealed class Platform : IAsyncLifetime
{
    /// <summary>What the client `partner-simulator` shows the identity provider; for this run alone.</summary>
    public static readonly string PartnerSecret = Guid.NewGuid().ToString("N");

    private AppHostProcess? application;
    private TelemetryReceiver? telemetry;
    private GrpcChannel? channel;

    public AppHostProcess Application => application ?? throw new InvalidOperationException("The platform is not started.");

    /// <summary>Where all its processes export their telemetry.</summary>
    public TelemetryReceiver Telemetry => telemetry ?? throw new InvalidOperationException("The platform is not started.");

    public Uri Http => Application.Address("gateway", "http");

    public Uri Grpc => Application.Address("gateway", "grpc");

    public Uri Identity => Application.Address("identity", "http");

    public async ValueTask InitializeAsync()
    {
        telemetry = await TelemetryReceiver.StartAsync();
        application = await AppHostProcess.StartAsync("end-to-end", telemetry.Environment, CancellationToken.None, "--fresh", "--no-simulator", $"--Parameters:partner-secret={PartnerSecret}");
        channel = GrpcChannel.ForAddress(Grpc, RepeatedCalls.Options);
    }

    public async ValueTask DisposeAsync()
    {
        channel?.Dispose();
        if (application is not null) await application.DisposeAsync();
        if (telemetry is not null) await telemetry.DisposeAsync();
    }

    /// <summary>The gateway as one persona sees it; calls carry its token and a deadline.</summary>
    public async Task<CallInvoker> AsAsync(string persona)
    {
        using var http = new HttpClient { BaseAddress = Identity };
        using var answer = await http.PostAsync($"dev/token?persona={persona}", null, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
        var token = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return (channel ?? throw new InvalidOperationException("The platform is not started.")).Intercept(metadata =>
        {
            metadata.Add("authorization", new AuthenticationHeaderValue("Bearer", token).ToString());
            return metadata;
        });
    }
}
