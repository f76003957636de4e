using Handhaving.Access.V1;
using Handhaving.ServiceDefaults.Access;
using Xunit;

namespace Handhaving.ServiceDefaults.Tests.Access;

/// <summary>A contract that leaves access open does not start.</summary>
public sealed class MethodRulesTests
{
    public static TheoryData<string, MethodAccess?> OpenAccess => new()
    {
        { "no access option", null },
        { "no permission", Sound(access => access.Permission = "") },
        { "permission dispatch.everything is held by no role", Sound(access => access.Permission = "dispatch.everything") },
        { "task permission dispatch.everything is held by no role", Sound(access => access.TaskPermission = "dispatch.everything") },
        { "no tenant rule", Sound(access => access.Tenant = TenantRule.Unspecified) },
        { "no tenant rule", Sound(access => access.Tenant = (TenantRule)99) },
        { "no audit verb", Sound(access => access.Audit = AuditVerb.Unspecified) },
        { "no audit verb", Sound(access => access.Audit = AuditVerb.None) },
        { "no tenant field", Sound(access => access.TenantField = "") },
        { "tenant field name does not exist", Sound(access => access.TenantField = "name") },
        { "tenant field parent.name does not exist", Sound(access => access.TenantField = "parent.name") },
    };

    [Fact]
    public void Every_rpc_of_dispatch_loads_with_the_roles_that_dispatch_ships()
    {
        var rules = MethodRules.From(Given.Contract, Given.Permissions);

        Assert.Equal(
            Given.Contract.SelectMany(service => service.Methods).Select(method => $"/{method.Service.FullName}/{method.Name}").Order(StringComparer.Ordinal),
            rules.All.Select(rule => rule.Method).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_sound_access_option_is_taken() =>
        Assert.Equal("/test.v1.AskService/Ask", Assert.Single(MethodRules.From([Given.Service(Sound(_ => { }))], Given.Permissions).All).Method);

    [Theory, MemberData(nameof(OpenAccess))]
    public void An_access_option_that_leaves_something_open_stops_the_start(string problem, MethodAccess? access)
    {
        var refused = Assert.Throws<InvalidOperationException>(() => MethodRules.From([Given.Service(access)], Given.Permissions));

        Assert.Equal(["The contract leaves access open:", $"test.v1.AskService.Ask: {problem}"], refused.Message.Split(Environment.NewLine));
    }

    [Fact]
    public void What_watches_over_the_platform_itself_needs_no_audit_verb() =>
        Assert.Single(MethodRules.From([Given.Service(Sound(access => (access.Audit, access.ProcessingActivity) = (AuditVerb.None, "health")))], Given.Permissions).All);

    [Fact]
    public void All_problems_are_named_at_once()
    {
        var refused = Assert.Throws<InvalidOperationException>(() => MethodRules.From([Given.Service(new MethodAccess { TenantField = "name" }), Given.Service(null)], Given.Permissions));

        Assert.Equal(6, refused.Message.Split(Environment.NewLine).Length);
    }

    [Fact]
    public void An_unknown_rpc_has_no_rule() => Assert.Null(MethodRules.From(Given.Contract, Given.Permissions).Find("/handhaving.dispatch.v1.AssignmentService/assignunit"));

    [Fact]
    public void The_tenant_is_read_from_the_field_that_the_contract_names()
    {
        Assert.Equal("0888", Given.Call("/handhaving.dispatch.v1.IncidentService/ReportIncident").Rule.TenantOf(Given.Report())?.Value);
        Assert.Null(Given.Call("/handhaving.dispatch.v1.SettingService/ChangeSetting").Rule.TenantOf(new Dispatch.V1.ChangeSettingRequest()));
    }

    private static MethodAccess Sound(Action<MethodAccess> change)
    {
        var access = new MethodAccess { Permission = "dispatch.units.read", Tenant = TenantRule.Own, Audit = AuditVerb.Consult, TenantField = "parent" };
        change(access);
        return access;
    }
}
