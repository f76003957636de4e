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
    }

    [Fact]
    public void A_permission_that_no_role_holds_is_not_known()
    {
        Assert.True(Given.Permissions.Knows("dispatch.audit.read"));
        Assert.False(Given.Permissions.Knows("dispatch.audit.write"));
    }

    [Theory]
    [InlineData("1S", "1S")]
    [InlineData("10S", "10S")]
    [InlineData("11S", "10S")]
    [InlineData("10001m", "10S")]
    [InlineData("1M", "10S")]
    [InlineData("99999999H", "10S")]
    [InlineData("99999999n", "99999999n")]
    [InlineData("S", null)]
    [InlineData("-1S", null)]
    [InlineData("1s", null)]
    [InlineData("1.5S", null)]
    [InlineData("100000000S", null)]
    public void A_deadline_is_cut_to_ten_seconds(string asked, string? counts) => Assert.Equal(counts, DeadlineCap.Cut(asked));
}
