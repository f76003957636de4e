using System.Security.Cryptography;
using System.Text;
using Grpc.Core;
using Handhaving.Gateway.Tests.Support;
using Handhaving.Testing.Identity;
using Microsoft.IdentityModel.Tokens;
using Xunit;

namespace Handhaving.Gateway.Tests.Identity;

public sealed class TokenTests(Bench bench)
{
    private readonly GatewayUnderTest gateway = bench.Gateway;

    [Fact]
    public async Task A_call_without_a_token_is_told_so()
    {
        var call = new CallOptions(deadline: DateTime.UtcNow.AddSeconds(10), cancellationToken: TestContext.Current.CancellationToken);

        var error = await Failure.OfAsync(gateway.Incidents().GetIncidentAsync(new() { Name = ReplicaIncidents.Any }, call));

        Assert.Equal((StatusCode.Unauthenticated, "TOKEN_MISSING"), error);
    }

    [Fact]
    public async Task A_token_past_its_end_and_the_skew_has_expired()
    {
        await RefusedAsync(token => token.Expires = DateTime.UtcNow.AddSeconds(-61), "TOKEN_EXPIRED");
    }

    [Fact]
    public async Task A_token_within_the_skew_still_counts()
    {
        var token = bench.Issuer.Token(change: token => token.Expires = DateTime.UtcNow.AddSeconds(-30));

        var answer = await gateway.Incidents().GetIncidentAsync(new() { Name = ReplicaIncidents.Any }, gateway.Call(token));

        Assert.Equal(ReplicaIncidents.Any, answer.Incident.Name);
    }

    [Fact]
    public Task A_token_for_somebody_else_is_refused() => RefusedAsync(token => token.Audience = "another", "TOKEN_INVALID");

    [Fact]
    public Task A_token_of_another_issuer_is_refused() => RefusedAsync(token => token.Issuer = "http://issuer.test/", "TOKEN_INVALID");

    [Theory]
    [InlineData("JWT")]
    [InlineData("id+jwt")]
    public Task A_token_of_another_type_is_refused(string type) => RefusedAsync(token => token.TokenType = type, "TOKEN_INVALID");

    [Theory]
    [InlineData("sub")]
    [InlineData("jti")]
    [InlineData("azp")]
    public Task A_token_without_a_required_claim_is_refused(string claim) => RefusedAsync(token => token.Claims.Remove(claim), "TOKEN_INVALID");

    [Theory]
    [InlineData("sub")]
    [InlineData("azp")]
    public async Task A_token_whose_caller_cannot_be_written_down_is_refused(string claim)
    {
        await RefusedAsync(token => token.Claims[claim] = "person\0", "TOKEN_INVALID");
        await RefusedAsync(token => token.Claims[claim] = new string('x', 5000), "TOKEN_INVALID");
    }

    [Fact]
    public Task A_token_without_an_end_is_refused() => RefusedAsync(token => token.Expires = null, "TOKEN_INVALID");

    [Fact]
    public Task A_token_from_the_future_is_refused() => RefusedAsync(token => token.NotBefore = DateTime.UtcNow.AddMinutes(5), "TOKEN_INVALID");

    [Theory]
    [InlineData("test-key")]
    [InlineData("another-key")]
    public Task A_token_signed_by_another_key_is_refused(string keyId) => RefusedAsync(
        token => token.SigningCredentials = new(new RsaSecurityKey(RSA.Create(2048)) { KeyId = keyId }, SecurityAlgorithms.RsaSha256), "TOKEN_INVALID");

    [Theory]
    [InlineData(SecurityAlgorithms.RsaSha384)]
    [InlineData(SecurityAlgorithms.RsaSha512)]
    public Task An_algorithm_that_is_not_on_the_list_is_refused(string algorithm) => RefusedAsync(token => token.SigningCredentials = new(bench.Issuer.Key, algorithm), "TOKEN_INVALID");

    // The classic confusion: the public key, which everybody has, taken as the secret of a symmetric algorithm.
    [Fact]
    public Task The_public_key_is_no_secret() => RefusedAsync(
        token => token.SigningCredentials = new(new SymmetricSecurityKey(bench.Issuer.Key.Rsa.ExportSubjectPublicKeyInfo()) { KeyId = "test-key" }, SecurityAlgorithms.HmacSha256), "TOKEN_INVALID");

    [Fact]
    public Task A_token_without_a_signature_is_refused() => RefusedAsync(token => token.SigningCredentials = null, "TOKEN_INVALID");

    [Theory]
    [InlineData("nonsense")]
    [InlineData("a.b.c")]
    [InlineData("eyJhbGciOiJub25lIiwidHlwIjoiYXQrand0In0.e30.")]
    public async Task What_is_no_token_is_refused(string token)
    {
        Assert.Equal((StatusCode.Unauthenticated, "TOKEN_INVALID"), await AnswerAsync(token));
    }

    [Fact]
    public async Task A_token_changed_after_signing_is_refused_also_when_the_real_one_is_remembered()
    {
        var token = bench.Issuer.Token();
        await gateway.Incidents().GetIncidentAsync(new() { Name = ReplicaIncidents.Any }, gateway.Call(token));
        var parts = token.Split('.');
        var changed = Base64UrlEncoder.Decode(parts[1]).Replace("0888", "0971", StringComparison.Ordinal);

        var error = await AnswerAsync($"{parts[0]}.{Base64UrlEncoder.Encode(Encoding.UTF8.GetBytes(changed))}.{parts[2]}");

        Assert.Equal((StatusCode.Unauthenticated, "TOKEN_INVALID"), error);
    }

    [Fact]
    public async Task A_ps256_token_is_taken()
    {
        var token = bench.Issuer.Token(change: token => token.SigningCredentials = new(bench.Issuer.Key, SecurityAlgorithms.RsaSsaPssSha256));

        var answer = await gateway.Incidents().GetIncidentAsync(new() { Name = ReplicaIncidents.Any }, gateway.Call(token));

        Assert.Equal(ReplicaIncidents.Any, answer.Incident.Name);
    }

    [Fact]
    public async Task The_token_goes_on_to_the_service_that_checks_again()
    {
        var token = bench.Issuer.Token("somebody-of-this-test");

        await gateway.Incidents().GetIncidentAsync(new() { Name = ReplicaIncidents.Any }, gateway.Call(token));

        Assert.Contains(bench.Replica.Calls, headers => headers["authorization"] == "Bearer " + token);
    }

    [Fact]
    public async Task While_the_keys_of_the_issuer_cannot_be_read_nobody_is_told_that_his_token_is_wrong()
    {
        var issuer = await TestIssuer.StartAsync();
        await using var alone = GatewayUnderTest.Start(issuer, [bench.Replica]);
        await issuer.DisposeAsync();

        var error = await Failure.OfAsync(alone.Incidents().GetIncidentAsync(new() { Name = ReplicaIncidents.Any }, alone.Call()));

        Assert.Equal((StatusCode.Unavailable, "ISSUER_UNREACHABLE"), error);
    }

    private async Task RefusedAsync(Action<SecurityTokenDescriptor> change, string reason) =>
        Assert.Equal((StatusCode.Unauthenticated, reason), await AnswerAsync(bench.Issuer.Token(change: change)));

    private Task<(StatusCode, string)> AnswerAsync(string token) =>
        Failure.OfAsync(gateway.Incidents().GetIncidentAsync(new() { Name = ReplicaIncidents.Any }, gateway.Call(token)));
}
