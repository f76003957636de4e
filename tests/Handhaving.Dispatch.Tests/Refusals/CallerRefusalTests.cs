using Grpc.Core;
using Handhaving.Dispatch.Tests.Refusals.Requests;
using Handhaving.ServiceDefaults.Errors;
using Microsoft.Extensions.Configuration;
using Microsoft.IdentityModel.Tokens;

namespace Handhaving.Dispatch.Tests.Refusals;

/// <summary>Who may not call: no rpc answers a caller that its access option does not name.</summary>
[Collection(Matrix.Name)]
public sealed class CallerRefusalTests(QuietRegion region)
{
    private static readonly IConfigurationSection Roles = new ConfigurationBuilder().AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json")).Build().GetSection("Access:Roles");
    private static readonly byte[] OtherKey = new byte[64];

    public static TheoryData<string> Every => Rpc.Names(_ => true);

    public static TheoryData<string> Unary => Rpc.Names(rpc => rpc.IsUnary);

    public static TheoryData<string> OwnOnly => Rpc.Names(rpc => rpc.Access.Tenant is Access.V1.TenantRule.Own);

    [Theory, MemberData(nameof(Every))]
    public async Task A_call_without_a_good_token_is_unauthenticated(string name)
    {
        var (rpc, sample) = (Rpc.Named(name), await region.SampleAsync(Rpc.Named(name)));
        Refusal Bad(string what, Action<SecurityTokenDescriptor> change, Rule rule) => Refusal.Of(what, sample, QuietRegion.Bearing(TokenOf(rpc, change)), rule);

        await region.RefusesAsync(rpc,
        [
            Refusal.Of("none", sample, new CallOptions(deadline: DateTime.UtcNow.AddSeconds(30)), Reasons.TokenMissing),
            Refusal.Of("nonsense", sample, QuietRegion.Bearing("nonsense"), Reasons.TokenInvalid),
            Bad("expired", token => token.Expires = DateTime.UtcNow.AddMinutes(-2), Reasons.TokenExpired),
            Bad("not yet", token => token.NotBefore = DateTime.UtcNow.AddMinutes(5), Reasons.TokenInvalid),
            Bad("another issuer", token => token.Issuer = "http://127.0.0.1:1/", Reasons.TokenInvalid),
            Bad("another audience", token => token.Audience = "elsewhere", Reasons.TokenInvalid),
            Bad("another kind", token => token.TokenType = "JWT", Reasons.TokenInvalid),
            Bad("another algorithm", token => token.SigningCredentials = new(region.Region.Issuer.Key, SecurityAlgorithms.RsaSha512), Reasons.TokenInvalid),
            Bad("a shared key", token => token.SigningCredentials = new(new SymmetricSecurityKey(OtherKey) { KeyId = region.Region.Issuer.Key.KeyId }, SecurityAlgorithms.HmacSha256), Reasons.TokenInvalid),
            Bad("unsigned", token => token.SigningCredentials = null, Reasons.TokenInvalid),
            Bad("nobody", token => token.Claims.Remove("sub"), Reasons.TokenInvalid),
            Bad("no id", token => token.Claims.Remove("jti"), Reasons.TokenInvalid),
            Bad("no end", token => token.Expires = null, Reasons.TokenInvalid),
            Bad("a zero in the name", token => token.Claims["sub"] = "some\0body", Reasons.TokenInvalid),
            Bad("a zero in the client", token => token.Claims["azp"] = "con\0sole", Reasons.TokenInvalid),
            Bad("an endless name", token => token.Claims["sub"] = new string('x', 5000), Reasons.TokenInvalid),
            Bad("no client", token => token.Claims.Remove("azp"), Reasons.TokenInvalid),
        ]);
    }

    [Theory, MemberData(nameof(Every))]
    public async Task A_role_without_the_permission_is_denied(string name)
    {
        var (rpc, sample) = (Rpc.Named(name), await region.SampleAsync(Rpc.Named(name)));
        var without = Roles.GetChildren().First(role => role.GetChildren().All(permission => permission.Value != rpc.Access.Permission && permission.Value != rpc.Access.TaskPermission)).Key;

        await region.RefusesAsync(rpc,
        [
            Refusal.Of(without, sample, region.Caller(without, "0888", "0971", "1883"), Reasons.PermissionMissing),
            Refusal.Of("no such role", sample, region.Caller("observer", "0888", "0971", "1883"), Reasons.PermissionMissing),
        ]);
    }

    [Theory, MemberData(nameof(Every))]
    public async Task What_is_of_another_team_does_not_exist(string name)
    {
        var (rpc, sample) = (Rpc.Named(name), await region.SampleAsync(Rpc.Named(name)));

        await region.RefusesAsync(rpc,
        [
            Refusal.Of("Landgraaf", sample, region.Caller(Samples.All[name].Role, "0882"), Reasons.NotFound),
            Refusal.Of("of nowhere", sample, region.Caller(Samples.All[name].Role), Reasons.NotFound),
        ]);
    }

    [Theory, MemberData(nameof(OwnOnly))]
    public async Task What_a_grant_lets_read_is_not_changed_by_it(string name)
    {
        var (rpc, sample) = (Rpc.Named(name), await region.SampleAsync(Rpc.Named(name)));

        await region.RefusesAsync(rpc, [Refusal.Of("Stein", sample, region.Caller(Samples.All[name].Role, "0971"), Reasons.TenantNotYours)]);
    }

    [Theory, MemberData(nameof(Unary))]
    public async Task A_unary_call_without_a_deadline_is_refused(string name)
    {
        var (rpc, sample) = (Rpc.Named(name), await region.SampleAsync(Rpc.Named(name)));

        await region.RefusesAsync(rpc, [Refusal.Of("no deadline", sample, new CallOptions(region.CallerOf(rpc).Headers), Reasons.DeadlineRequired)]);
    }

    private string TokenOf(Rpc rpc, Action<SecurityTokenDescriptor> change) =>
        region.Region.Issuer.Token("somebody", [Samples.All[rpc.Name].Role], ["0888", "0971", "1883"], ["westelijke-mijnstreek"], change);
}
