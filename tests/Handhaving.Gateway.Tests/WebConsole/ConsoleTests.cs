using System.Net;
using System.Text.Json;
using Handhaving.Gateway.Tests.Support;
using Xunit;

namespace Handhaving.Gateway.Tests.WebConsole;

/// <summary>The console as the build put it beside the gateway.</summary>
public sealed class ConsoleTests(Bench bench) : IDisposable
{
    private readonly HttpClient browser = new(new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, _, _, _) => true }) { BaseAddress = bench.Gateway.Http, DefaultRequestHeaders = { { "Accept", "text/html" } } };

    [Theory]
    [InlineData("http", "/")]
    [InlineData("https", "/")]
    [InlineData("http", "/signed-in?code=1&state=2")]
    [InlineData("http", "/layouts/wall")]
    public async Task A_person_gets_the_page_at_each_address_within_the_console(string scheme, string path)
    {
        using var answer = await GetAsync(new(scheme is "http" ? bench.Gateway.Http : bench.Gateway.Https, path));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/html; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        Assert.Equal("no-cache", answer.Headers.CacheControl?.ToString());
        Assert.Contains("<html lang=\"nl\"", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_may_run_its_own_scripts_alone_and_read_from_the_gateway_and_the_provider()
    {
        using var answer = await GetAsync(new(bench.Gateway.Http, "/"));

        var policy = string.Join(';', answer.Headers.GetValues("Content-Security-Policy")).Split("; ");
        Assert.Contains("default-src 'none'", policy);
        Assert.Contains("script-src 'self'", policy);
        Assert.Contains("frame-ancestors 'none'", policy);
        Assert.Contains($"connect-src 'self' {bench.Issuer.Address.TrimEnd('/')}", policy);
        Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
    }

    [Fact]
    public async Task What_has_its_hash_in_its_name_is_kept_for_a_year_and_sent_compressed()
    {
        var script = Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "console", "assets"), "index-*.js").First();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/assets/" + Path.GetFileName(script)) { Headers = { { "Accept-Encoding", "gzip, br" } } };

        using var answer = await browser.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal("public, max-age=31536000, immutable", answer.Headers.CacheControl?.ToString());
        Assert.Equal(["br"], answer.Content.Headers.ContentEncoding);
        Assert.Equal(["Accept-Encoding"], answer.Headers.Vary);
        Assert.Equal(new FileInfo(script + ".br").Length, answer.Content.Headers.ContentLength);
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("\"another\", W/{0}")]
    [InlineData("*")]
    public async Task Who_has_the_page_already_is_not_sent_it_again(string held)
    {
        using var first = await GetAsync(new(bench.Gateway.Http, "/"));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { { "If-None-Match", held.Replace("{0}", first.Headers.ETag?.ToString(), StringComparison.Ordinal) } } };

        using var answer = await browser.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotModified, answer.StatusCode);
    }

    [Theory]
    [InlineData("/assets/none.js", "text/html")]
    [InlineData("/unknown", "application/json")]
    [InlineData("/.built", "text/html")]
    [InlineData("/assets/nope", "text/html")]
    [InlineData("/assets", "text/html")]
    [InlineData("/Assets/nope", "text/html")]
    [InlineData("//assets/nope", "text/html")]
    [InlineData("/health/nope", "text/html")]
    [InlineData("/console/nope", "text/html")]
    [InlineData("/protos", "text/html")]
    [InlineData("/protos/nope", "text/html")]
    [InlineData("/descriptor", "text/html")]
    [InlineData("/grpc.health.v1.Health/Check", "text/html")]
    [InlineData("/handhaving.dispatch.v1.Nope/X", "text/html")]
    public async Task What_is_no_page_and_no_file_does_not_exist(string path, string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"http://127.0.0.1:{bench.Gateway.HttpPort}{path}");
        request.Headers.Accept.ParseAdd(accept);
        using var client = new HttpClient();

        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/console/configuration.json")]
    [InlineData("/protos.zip")]
    [InlineData("/descriptor.binpb")]
    public async Task Who_asks_for_the_headers_alone_gets_those_of_the_whole(string path)
    {
        using var whole = await GetAsync(new(bench.Gateway.Http, path));
        using var request = new HttpRequestMessage(HttpMethod.Head, path);

        using var answer = await browser.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(whole.Content.Headers.ContentType, answer.Content.Headers.ContentType);
        Assert.Equal(whole.Headers.CacheControl, answer.Headers.CacheControl);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("OPTIONS")]
    public async Task The_page_is_there_to_be_read_alone(string method)
    {
        using var request = new HttpRequestMessage(new(method), "/");

        using var answer = await browser.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal(["GET", "HEAD"], answer.Content.Headers.Allow);
    }

    [Fact]
    public async Task The_settings_are_told_at_run_time()
    {
        var told = await browser.GetStringAsync("/console/configuration.json", TestContext.Current.CancellationToken);

        using var settings = JsonDocument.Parse(told);
        Assert.Equal(bench.Issuer.Address, settings.RootElement.GetProperty("issuer").GetString());
        Assert.Equal("console", settings.RootElement.GetProperty("clientId").GetString());
        Assert.Equal(JsonValueKind.Null, settings.RootElement.GetProperty("tokens").ValueKind);
    }

    [Fact]
    public async Task An_organisation_gives_its_own_colours_and_map()
    {
        var tokens = Path.Combine(Directory.CreateTempSubdirectory("handhaving-tokens-").FullName, "tokens.css");
        await File.WriteAllTextAsync(tokens, ":root{--accent:#123456}", TestContext.Current.CancellationToken);
        await using var gateway = GatewayUnderTest.Start(bench.Issuer, [bench.Replica], ("Console:TokensFile", tokens), ("Console:MapStyle", "https://map.example/style.json"));

        using var settings = JsonDocument.Parse(await browser.GetStringAsync(new Uri(gateway.Http, "/console/configuration.json"), TestContext.Current.CancellationToken));
        using var style = await GetAsync(new(gateway.Http, settings.RootElement.GetProperty("tokens").GetString()));

        Assert.Equal("text/css; charset=utf-8", style.Content.Headers.ContentType?.ToString());
        Assert.Contains("https://map.example", string.Join(';', style.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    public void Dispose() => browser.Dispose();

    private Task<HttpResponseMessage> GetAsync(Uri address) => browser.GetAsync(address, TestContext.Current.CancellationToken);
}
