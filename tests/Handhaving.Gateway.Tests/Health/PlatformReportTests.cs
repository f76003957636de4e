using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Handhaving.Gateway.Tests.Support;
using Xunit;

namespace Handhaving.Gateway.Tests.Health;

/// <summary>The operator of the platform sees each replica with its parts; nobody else does.</summary>
public sealed class PlatformReportTests(Bench bench)
{
    private const string Operator = "technical-admin";

    [Fact]
    public async Task The_operator_sees_which_replicas_take_calls_and_what_each_tells_of_its_parts()
    {
        await using var well = await Replica.StartAsync();
        await using var mute = await Replica.StartAsync();
        await using var gone = await Replica.StartAsync();
        well.Parts = """{"status":"Degraded","parts":[{"name":"outbox","status":"Degraded","text":"The oldest message waits for 7 s.","data":{"seconds":7.2,"waiting":12}},{"name":"feed","status":"Healthy","text":null,"data":null}]}""";
        mute.IsReady = false;
        await using var gateway = GatewayUnderTest.Start(bench.Issuer, [well, mute, gone], ("RateLimits:Burst", "100000"), ("RateLimits:PermitsPerSecond", "100000"));
        await gone.KillAsync();

        JsonElement dispatch;
        do dispatch = await DispatchAsync(gateway);
        while (!Ready(dispatch).SequenceEqual([true, false, false]));

        Assert.Equal((true, "dispatch-0,dispatch-1,dispatch-2"), (dispatch.GetProperty("takesCalls").GetBoolean(), string.Join(',', Replicas(dispatch).Select(replica => replica.GetProperty("name").GetString()))));
        Assert.Equal([true, false, false], Replicas(dispatch).Select(replica => replica.GetProperty("answered").GetBoolean()));
        var outbox = Replicas(dispatch)[0].GetProperty("parts")[0];
        Assert.Equal(("outbox", "Degraded", "The oldest message waits for 7 s.", 12), (outbox.GetProperty("name").GetString(), outbox.GetProperty("status").GetString(), outbox.GetProperty("text").GetString(), outbox.GetProperty("data").GetProperty("waiting").GetInt32()));
    }

    [Fact]
    public async Task Without_replicas_it_says_that_nobody_takes_calls()
    {
        await using var gateway = GatewayUnderTest.Start(bench.Issuer, []);

        var dispatch = await DispatchAsync(gateway);

        Assert.Equal((false, 0), (dispatch.GetProperty("takesCalls").GetBoolean(), dispatch.GetProperty("replicas").GetArrayLength()));
    }

    [Theory]
    [InlineData("centralist")]
    [InlineData("functional-admin")]
    [InlineData("auditor")]
    public async Task Who_does_not_operate_the_platform_is_refused(string role)
    {
        using var answer = await AskAsync(bench.Gateway, bench.Issuer.Token(roles: role));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.StartsWith("U mag dit niet doen.", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "U bent niet aangemeld.")]
    [InlineData("nonsense", "Uw aanmelding is niet geldig.")]
    public async Task Without_a_token_that_counts_it_is_refused(string? token, string sentence)
    {
        using var answer = await AskAsync(bench.Gateway, token);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.StartsWith(sentence, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static JsonElement[] Replicas(JsonElement service) => [.. service.GetProperty("replicas").EnumerateArray()];

    private static IEnumerable<bool> Ready(JsonElement service) => Replicas(service).Select(replica => replica.GetProperty("ready").GetBoolean());

    private static async Task<JsonElement> DispatchAsync(GatewayUnderTest gateway)
    {
        using var answer = await AskAsync(gateway, gateway.Issuer.Token(roles: Operator));
        Assert.Equal((HttpStatusCode.OK, true), (answer.StatusCode, answer.Headers.CacheControl?.NoStore));
        using var report = await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken), cancellationToken: TestContext.Current.CancellationToken);
        return report.RootElement.GetProperty("services").EnumerateArray().Single(service => service.GetProperty("name").GetString() == "dispatch").Clone();
    }

    private static async Task<HttpResponseMessage> AskAsync(GatewayUnderTest gateway, string? token)
    {
        using var client = new HttpClient { BaseAddress = gateway.Http };
        if (token is not null) client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await client.GetAsync("/console/platform.json", TestContext.Current.CancellationToken);
    }
}
