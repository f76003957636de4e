using System.Net;
using Handhaving.Gateway.Tests.Support;
using Handhaving.ServiceDefaults.Errors;
using Xunit;

namespace Handhaving.Gateway.Tests.Limits;

/// <summary>A whole shift behind one address opens the console while calls without a login come from there as well.</summary>
public sealed class ConsoleRatesTests : IDisposable
{
    private const int ConsoleBurst = 20;

    private readonly GatewayUnderTest gateway;
    private readonly HttpClient client;

    public ConsoleRatesTests(Bench bench)
    {
        gateway = GatewayUnderTest.Start(
            bench.Issuer, [bench.Replica],
            ("RateLimits:Burst", "3"),
            ("RateLimits:PermitsPerSecond", "10"),
            ("RateLimits:Console:Burst", $"{ConsoleBurst}"),
            ("RateLimits:Console:PermitsPerSecond", "10"));
        client = new() { BaseAddress = gateway.Http };
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/console/configuration.json")]
    public async Task Calls_of_an_address_do_not_use_up_its_pages(string path)
    {
        Assert.Contains(HttpStatusCode.TooManyRequests, await AskAsync("/descriptor.binpb", 100));

        Assert.All(await AskAsync(path, ConsoleBurst), status => Assert.Equal(HttpStatusCode.OK, status));
    }

    [Fact]
    public async Task Pages_of_an_address_do_not_use_up_its_calls()
    {
        Assert.Contains(HttpStatusCode.TooManyRequests, await AskAsync("/", 200));

        Assert.Equal([HttpStatusCode.OK], await AskAsync("/descriptor.binpb", 1));
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Probes_are_never_refused(string path)
    {
        Assert.Contains(HttpStatusCode.TooManyRequests, await AskAsync("/descriptor.binpb", 100));
        Assert.Contains(HttpStatusCode.TooManyRequests, await AskAsync("/", 200));

        Assert.All(await AskAsync(path, 100), status => Assert.Equal(HttpStatusCode.OK, status));
    }

    [Fact]
    public async Task A_person_who_is_refused_a_page_reads_in_Dutch_what_to_do_and_a_browser_when_to_come_back()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => client.GetAsync("/", TestContext.Current.CancellationToken)));

        var refused = answers.First(answer => answer.StatusCode is HttpStatusCode.TooManyRequests);
        Assert.Equal(TimeSpan.FromSeconds(1), refused.Headers.RetryAfter?.Delta);
        Assert.Equal("text/plain; charset=utf-8", refused.Content.Headers.ContentType?.ToString());
        var (dutch, english) = (Reasons.RateLimited.Dutch, Reasons.RateLimited.English);
        Assert.Equal($"{dutch}\n{english}\n", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public void Dispose()
    {
        client.Dispose();
        gateway.Dispose();
    }

    private Task<HttpStatusCode[]> AskAsync(string path, int times) => Task.WhenAll(Enumerable.Range(0, times).Select(async _ =>
    {
        using var answer = await client.GetAsync(path, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }));
}
