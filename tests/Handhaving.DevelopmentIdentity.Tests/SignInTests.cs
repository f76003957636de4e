using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Xunit;

namespace Handhaving.DevelopmentIdentity.Tests;

public sealed class SignInTests(StoredProvider provider) : IClassFixture<StoredProvider>
{
    private const string Redirect = "http://127.0.0.1:23100/";
    private const string Verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    [Fact]
    public async Task The_page_of_choices_lists_people_in_dutch_with_a_link_each()
    {
        var page = await provider.Client.GetStringAsync(AuthorizeUri(), TestContext.Current.CancellationToken);

        Assert.Contains("<html lang=\"nl\">", page, StringComparison.Ordinal);
        Assert.Contains("persona=centralist-wm\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("persona=partner-simulator", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Choosing_a_person_signs_in_by_code_and_pkce()
    {
        var tokens = await ExchangeAsync(await CodeAsync("centralist-wm"), Verifier);

        var access = new JsonWebToken(tokens.GetProperty("access_token").GetString());
        Assert.Equal(("RS256", "at+jwt", "centralist-wm-01", "console"), (access.Alg, access.Typ, access.Subject, access.Azp));
        Assert.Equal(["handhaving"], access.Audiences);
        Assert.Equal(["0888", "0971", "1883"], access.GetPayloadValue<string[]>("municipality"));
        Assert.False(access.TryGetPayloadValue<string>("name", out _));
        Assert.InRange(tokens.GetProperty("expires_in").GetInt32(), 590, 600);
        Assert.Equal("Centralist Westelijke Mijnstreek", new JsonWebToken(tokens.GetProperty("id_token").GetString()).GetPayloadValue<string>("name"));
    }

    [Fact]
    public async Task The_link_on_the_page_is_the_way_to_the_code()
    {
        var page = await provider.Client.GetStringAsync(AuthorizeUri(), TestContext.Current.CancellationToken);
        var link = WebUtility.HtmlDecode(Regex.Match(page, "href=\"([^\"]*persona=auditor-wm)\"").Groups[1].Value);

        var answer = await provider.Client.GetAsync(link, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.StartsWith(Redirect + "?code=", answer.Headers.Location?.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_without_its_verifier_is_worth_nothing()
    {
        var answer = await PostAsync(CodeGrant(await CodeAsync("centralist-wm"), "another-verifier-that-is-long-enough-to-be-taken-as-one"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_code_works_once()
    {
        var code = await CodeAsync("centralist-wm");
        await ExchangeAsync(code, Verifier);

        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(CodeGrant(code, Verifier))).StatusCode);
    }

    [Fact]
    public async Task A_refresh_token_renews_the_access_token_and_keeps_the_moment_of_signing_in()
    {
        var first = await ExchangeAsync(await CodeAsync("centralist-wm"), Verifier);

        var answer = await PostAsync(new() { ["grant_type"] = "refresh_token", ["client_id"] = "console", ["refresh_token"] = first.GetProperty("refresh_token").GetString() ?? "" });

        var renewed = await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal(SignedInAt(first), SignedInAt(renewed));
    }

    [Theory]
    [InlineData("redirect_uri", "http://evil.test/")]
    [InlineData("client_id", "another")]
    [InlineData("code_challenge_method", "plain")]
    public async Task A_request_that_the_client_may_not_make_is_refused(string parameter, string value)
    {
        var answer = await provider.Client.GetAsync(AuthorizeUri((parameter, value), ("persona", "centralist-wm")), TestContext.Current.CancellationToken);

        Assert.True(answer.StatusCode is HttpStatusCode.BadRequest || answer.Headers.Location?.Query.Contains("error=", StringComparison.Ordinal) == true);
    }

    [Theory]
    [InlineData("http://127.0.0.1:23100")]
    [InlineData("http://localhost:23100")]
    [InlineData("https://localhost:5143")]
    public async Task Where_the_console_runs_is_configured_and_this_machine_counts_by_both_its_names(string origin)
    {
        foreach (var path in new[] { "/", "/signed-in" })
        {
            var answer = await provider.Client.GetAsync(AuthorizeUri(("redirect_uri", origin + path), ("persona", "centralist-wm")), TestContext.Current.CancellationToken);
            Assert.StartsWith($"{origin}{path}?code=", answer.Headers.Location?.ToString(), StringComparison.Ordinal);
        }

        using var preflight = new HttpRequestMessage(HttpMethod.Options, "/connect/token") { Headers = { { "Origin", origin }, { "Access-Control-Request-Method", "POST" } } };
        var allowed = await provider.Client.SendAsync(preflight, TestContext.Current.CancellationToken);
        Assert.Equal(origin, Assert.Single(allowed.Headers.GetValues("Access-Control-Allow-Origin")));
    }

    [Fact]
    public async Task Who_signed_out_is_not_renewed_any_more()
    {
        var refresh = (await ExchangeAsync(await CodeAsync("centralist-wm"), Verifier)).GetProperty("refresh_token").GetString() ?? "";
        using var form = new FormUrlEncodedContent([new("token", refresh), new("token_type_hint", "refresh_token"), new("client_id", "console")]);

        (await provider.Client.PostAsync("/connect/revoke", form, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();

        var renewal = await PostAsync(new() { ["grant_type"] = "refresh_token", ["client_id"] = "console", ["refresh_token"] = refresh });
        Assert.Equal(HttpStatusCode.BadRequest, renewal.StatusCode);
    }

    [Fact]
    public async Task A_partner_signs_in_with_its_secret()
    {
        var answer = await PostAsync(PartnerGrant("partner-simulator-development"));

        var tokens = await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        var access = new JsonWebToken(tokens.GetProperty("access_token").GetString());
        Assert.Equal(["partner-simulator"], access.GetPayloadValue<string[]>("role"));
        Assert.Equal(8, access.GetPayloadValue<string[]>("municipality").Length);
        Assert.False(tokens.TryGetProperty("refresh_token", out _));
    }

    [Fact]
    public async Task A_partner_with_another_secret_is_refused()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await PostAsync(PartnerGrant("guess"))).StatusCode);
    }

    [Fact]
    public async Task With_its_database_the_provider_is_ready()
    {
        Assert.Equal(HttpStatusCode.OK, (await provider.Client.GetAsync("/health/ready", TestContext.Current.CancellationToken)).StatusCode);
    }

    private static string AuthorizeUri(params (string Key, string Value)[] changes)
    {
        var parameters = new Dictionary<string, string?>
        {
            ["client_id"] = "console",
            ["response_type"] = "code",
            ["redirect_uri"] = Redirect,
            ["scope"] = "openid offline_access",
            ["state"] = "a&b",
            ["code_challenge"] = Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier))),
            ["code_challenge_method"] = "S256",
        };
        foreach (var (key, value) in changes) parameters[key] = value;
        return QueryHelpers.AddQueryString("/connect/authorize", parameters);
    }

    private async Task<string> CodeAsync(string persona)
    {
        var answer = await provider.Client.GetAsync(AuthorizeUri(("persona", persona)), TestContext.Current.CancellationToken);
        var query = QueryHelpers.ParseQuery(answer.Headers.Location?.Query);
        Assert.Equal("a&b", query["state"]);
        return query["code"].ToString();
    }

    private async Task<JsonElement> ExchangeAsync(string code, string verifier) =>
        await (await PostAsync(CodeGrant(code, verifier))).EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);

    private async Task<HttpResponseMessage> PostAsync(Dictionary<string, string> form)
    {
        using var content = new FormUrlEncodedContent(form);
        return await provider.Client.PostAsync("/connect/token", content, TestContext.Current.CancellationToken);
    }

    private static Dictionary<string, string> CodeGrant(string code, string verifier) =>
        new() { ["grant_type"] = "authorization_code", ["client_id"] = "console", ["code"] = code, ["redirect_uri"] = Redirect, ["code_verifier"] = verifier };

    private static Dictionary<string, string> PartnerGrant(string secret) =>
        new() { ["grant_type"] = "client_credentials", ["client_id"] = "partner-simulator", ["client_secret"] = secret };

    private static long SignedInAt(JsonElement tokens) => new JsonWebToken(tokens.GetProperty("access_token").GetString()).GetPayloadValue<long>("auth_time");
}
