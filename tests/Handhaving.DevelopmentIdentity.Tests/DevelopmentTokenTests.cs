using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Handhaving.ServiceDefaults.Identity;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Xunit;

namespace Handhaving.DevelopmentIdentity.Tests;

public sealed class DevelopmentTokenTests : IDisposable
{
    private readonly IdentityProvider provider = new();

    [Fact]
    public async Task A_persona_gets_a_token_that_the_published_keys_verify()
    {
        var token = await TokenFor("centralist-wm");

        var result = await VerifiedAsync(token);

        Assert.True(result.IsValid, result.Exception?.Message);
    }

    [Fact]
    public async Task An_access_token_says_what_the_contract_says_and_no_name()
    {
        var token = new JsonWebToken(await TokenFor("centralist-beek"));

        Assert.Equal(("RS256", "at+jwt"), (token.Alg, token.Typ));
        Assert.Equal("centralist-beek-01", token.Subject);
        Assert.Equal("console", token.GetPayloadValue<string>("client_id"));
        Assert.Equal("console", token.Azp);
        Assert.Equal(["centralist"], token.GetPayloadValue<string[]>("role"));
        Assert.Equal(["0888"], token.GetPayloadValue<string[]>("municipality"));
        Assert.Equal(["westelijke-mijnstreek"], token.GetPayloadValue<string[]>("team"));
        Assert.Equal(32, token.Id.Length);
        Assert.Equal(token.IssuedAt, DateTimeOffset.FromUnixTimeSeconds(token.GetPayloadValue<long>("auth_time")).UtcDateTime);
        Assert.Equal(TimeSpan.FromMinutes(10), token.ValidTo - token.IssuedAt);
        Assert.False(token.TryGetPayloadValue<string>("name", out _));
    }

    [Fact]
    public async Task A_police_officer_has_a_team_and_an_empty_array_of_municipalities()
    {
        var token = new JsonWebToken(await TokenFor("police-wm-1"));

        Assert.Equal(JsonValueKind.Array, token.GetPayloadValue<JsonElement>("municipality").ValueKind);
        Assert.Empty(token.GetPayloadValue<string[]>("municipality"));
        Assert.Equal(["westelijke-mijnstreek"], token.GetPayloadValue<string[]>("team"));
    }

    [Fact]
    public async Task Two_tokens_never_share_a_jti()
    {
        var first = new JsonWebToken(await TokenFor("canary"));
        var second = new JsonWebToken(await TokenFor("canary"));

        Assert.NotEqual(first.Id, second.Id);
    }

    [Fact]
    public async Task A_token_may_be_asked_for_that_ends_soon()
    {
        var token = new JsonWebToken(await TokenFor("supervisor-wm&lifetime=3"));

        Assert.Equal(TimeSpan.FromSeconds(3), token.ValidTo - token.IssuedAt);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(601)]
    public async Task A_lifetime_outside_one_second_to_ten_minutes_is_refused(int lifetime)
    {
        var answer = await AskAsync($"supervisor-wm&lifetime={lifetime}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Json_comes_to_who_asks_for_json()
    {
        using var client = provider.CreateClient();
        client.DefaultRequestHeaders.Accept.ParseAdd("application/json");

        var answer = await client.PostAsync("/dev/token?persona=auditor-wm&lifetime=60", null, TestContext.Current.CancellationToken);

        var body = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal(60, body.GetProperty("expires_in").GetInt32());
        Assert.Equal("auditor-wm-01", new JsonWebToken(body.GetProperty("access_token").GetString()).Subject);
    }

    [Fact]
    public async Task An_unknown_persona_is_answered_with_the_names_there_are()
    {
        var answer = await AskAsync("nobody");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("officer-landgraaf-1", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_restart_keeps_the_key()
    {
        var token = await TokenFor("centralist-wm");

        await using var restarted = new IdentityProvider(keys: provider.Keys);

        Assert.Equal(new JsonWebToken(token).Kid, (await KeysOf(restarted)).Single().Kid);
    }

    [Fact]
    public async Task The_key_file_is_for_its_owner_alone()
    {
        await TokenFor("centralist-wm");

        Assert.All(provider.Keys.GetFiles(), file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, file.UnixFileMode));
        Assert.Equal(["encryption.pem", "signing.pem"], provider.Keys.GetFiles().Select(file => file.Name).Order());
    }

    [Fact]
    public async Task Without_its_database_the_provider_lives_but_is_not_ready()
    {
        using var client = provider.CreateClient();

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/live", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await client.GetAsync("/health/ready", TestContext.Current.CancellationToken)).StatusCode);
    }

    public void Dispose()
    {
        provider.Dispose();
        provider.Keys.Delete(recursive: true);
    }

    private async Task<HttpResponseMessage> AskAsync(string persona) =>
        await provider.CreateClient().PostAsync($"/dev/token?persona={persona}", null, TestContext.Current.CancellationToken);

    private async Task<string> TokenFor(string persona) =>
        await (await AskAsync(persona)).EnsureSuccessStatusCode().Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    private static async Task<IList<JsonWebKey>> KeysOf(IdentityProvider provider) =>
        new JsonWebKeySet(await provider.CreateClient().GetStringAsync("/.well-known/jwks", TestContext.Current.CancellationToken)).Keys;

    private async Task<TokenValidationResult> VerifiedAsync(string token) =>
        await new JsonWebTokenHandler().ValidateTokenAsync(token, Parameters(await KeysOf(provider)));

    private static TokenValidationParameters Parameters(IEnumerable<SecurityKey> keys)
    {
        var parameters = ServiceDefaults.Identity.TokenRules.Parameters(IdentityProvider.Issuer, "handhaving");
        parameters.IssuerSigningKeys = keys;
        return parameters;
    }
}
