using System.Security.Claims;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Tenancy;
using Xunit;

namespace Handhaving.ServiceDefaults.Tests.Access;

/// <summary>Who calls and what the roles allow.</summary>
public sealed class CallerTests
{
    [Fact]
    public void A_token_becomes_a_caller_with_all_roles_and_tenants()
    {
        var caller = Caller.From(Given.Principal());

        Assert.Equal(("person-1", "console", "token-1"), (caller.Subject, caller.Client, caller.TokenId));
        Assert.Equal(["boa", "centralist"], caller.Roles.Order());
        Assert.Equal(["0888", "0971", "westelijke-mijnstreek"], caller.Tenants.Select(tenant => tenant.Value).Order());
        Assert.Equal(new DateTimeOffset(2026, 3, 2, 12, 10, 0, TimeSpan.Zero), caller.ExpiresAt);
        Assert.False(caller.Owns(new TenantId("1883")));
    }

    [Theory]
    [InlineData("sub")]
    [InlineData("azp")]
    [InlineData("jti")]
    [InlineData("exp")]
    public void A_token_without_a_claim_that_is_needed_is_not_valid(string claim) =>
        Assert.Equal(Reasons.TokenInvalid, Assert.Throws<RuleBroken>(() => Caller.From(Given.Principal(without: claim))).Rule);

    [Fact]
    public void A_token_without_roles_and_tenants_may_do_nothing()
    {
        var caller = Caller.From(Given.Principal("role", "municipality", "team"));

        Assert.Empty(caller.Tenants);
        Assert.False(Given.Permissions.Allows(caller, "dispatch.incidents.read"));
    }

    [Fact]
    public void The_role_that_allowed_is_named_and_the_same_each_time()
    {
        Assert.Equal("boa", Given.Permissions.RoleThatHolds("dispatch.incidents.report", Given.Caller("centralist", "boa")));
        Assert.Equal("centralist", Given.Permissions.RoleThatHolds("dispatch.assignments.assign", Given.Caller("boa", "centralist")));
        Assert.Null(Given.Permissions.RoleThatHolds("dispatch.assignments.assign", Given.Caller("boa", "CENTRALIST")));
        Assert.Null(new RolePermissions(new Dictionary<string, IReadOnlySet<string>> { ["boa"] = new HashSet<string> { "" } }).RoleThatHolds("", Given.Caller("boa")));
    }

    [Fact]
    public void A_permission_that_no_role_holds_is_not_known()
    {
        Assert.True(Given.Permissions.Knows("dispatch.audit.read"));
        Assert.False(Given.Permissions.Knows("dispatch.audit.write"));
    }

    [Theory]
    [InlineData("sub")]
    [InlineData("azp")]
    [InlineData("jti")]
    [InlineData("role")]
    [InlineData("team")]
    public void A_claim_that_cannot_be_written_down_makes_no_caller(string claim)
    {
        Assert.Equal(new string('x', 200), Caller.From(With("sub", new string('x', 200))).Subject);
        foreach (var value in new[] { "person\0", "person\n1", "\u0085", new string('x', 201) })
            Assert.Equal(Reasons.TokenInvalid, Assert.Throws<RuleBroken>(() => Caller.From(With(claim, value))).Rule);
    }

    [Fact]
    public void A_token_that_ends_after_all_time_makes_no_caller() => Assert.False(Caller.IsIn(With("exp", "253402300800")));

    [Fact]
    public void A_token_counts_a_minute_longer_than_it_says_because_clocks_differ() =>
        Assert.Equal(TimeSpan.FromMinutes(11), Caller.From(Given.Principal()).ValidFor(Given.Now));

    private static ClaimsPrincipal With(string claim, string value) => new(new ClaimsIdentity([.. Given.Principal(without: claim).Claims, new(claim, value)], "test"));
}
