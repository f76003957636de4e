using System.Net;
using Grpc.Core;
using Grpc.Net.Client.Web;
using Handhaving.Dispatch.V1;
using Handhaving.Gateway.Tests.Support;
using Xunit;

namespace Handhaving.Gateway.Tests.Limits;

public sealed class HeaderSizeTests(Bench bench)
{
    private const int Limit = 16 * 1024;
    private const int FarOver = 60 * 1024; // below 64 KiB, where the server itself stops reading

    private readonly GatewayUnderTest gateway = bench.Gateway;

    [Fact]
    public async Task Headers_below_the_limit_pass()
    {
        var answer = await AskAsync(gateway.Incidents(), new Metadata { { "x-reason", new string('x', Limit - 3000) } });

        Assert.Equal(ReplicaIncidents.Any, answer.Incident.Name);
    }

    [Theory]
    [InlineData(Limit)]
    [InlineData(FarOver)]
    public async Task Headers_over_the_limit_are_refused_in_words_of_grpc(int bytes)
    {
        var error = await Failure.OfAsync(() => AskAsync(gateway.Incidents(), new Metadata { { "x-reason", new string('x', bytes) } }));

        Assert.Equal((StatusCode.ResourceExhausted, "HEADERS_TOO_LARGE"), error);
    }

    [Theory]
    [InlineData(65)]
    [InlineData(200)]
    public async Task And_so_are_too_many_headers(int count)
    {
        Assert.Equal((StatusCode.ResourceExhausted, "HEADERS_TOO_LARGE"), await Failure.OfAsync(() => AskAsync(gateway.Incidents(), Many(count))));
    }

    [Theory]
    [InlineData(GrpcWebMode.GrpcWeb, Limit)]
    [InlineData(GrpcWebMode.GrpcWeb, FarOver)]
    [InlineData(GrpcWebMode.GrpcWebText, FarOver)]
    public async Task And_in_grpc_web(GrpcWebMode mode, int bytes)
    {
        using var channel = gateway.WebChannel(mode);

        var error = await Failure.OfAsync(() => AskAsync(new(channel), new Metadata { { "x-reason", new string('x', bytes) } }));

        Assert.Equal((StatusCode.ResourceExhausted, "HEADERS_TOO_LARGE"), error);
    }

    [Fact]
    public async Task A_connection_whose_call_was_refused_for_its_headers_serves_the_next()
    {
        using var channel = gateway.Channel();
        var incidents = new IncidentService.IncidentServiceClient(channel);
        await Failure.OfAsync(() => AskAsync(incidents, new Metadata { { "x-reason", new string('x', FarOver) } }));

        var answer = await AskAsync(incidents, []);

        Assert.Equal(ReplicaIncidents.Any, answer.Incident.Name);
    }

    [Theory]
    [InlineData(Limit)]
    [InlineData(FarOver)]
    public async Task Who_does_not_speak_grpc_gets_the_status_of_http_and_a_sentence(int bytes)
    {
        using var client = new HttpClient { BaseAddress = gateway.Http, DefaultRequestHeaders = { { "x-reason", new string('x', bytes) } } };

        using var answer = await client.GetAsync("/protos.zip", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.RequestHeaderFieldsTooLarge, answer.StatusCode);
        Assert.Contains("te veel gegevens", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private async Task<GetIncidentResponse> AskAsync(IncidentService.IncidentServiceClient incidents, Metadata extra)
    {
        var call = gateway.Call();
        foreach (var header in extra) call.Headers?.Add(header);
        return await incidents.GetIncidentAsync(new() { Name = ReplicaIncidents.Any }, call);
    }

    private static Metadata Many(int count)
    {
        var headers = new Metadata();
        for (var number = 0; number < count; number++) headers.Add($"x-{number}", "x");
        return headers;
    }
}
