using System.Diagnostics;
using Google.Protobuf;
using Grpc.Core;
using Handhaving.Access.V1;
using Handhaving.ServiceDefaults.Access.Fields;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Identity;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.IdentityModel.Tokens;

namespace Handhaving.ServiceDefaults.Access;

/// <summary>Decides whether a call may go on; what it does not know, it refuses.</summary>
public sealed class AccessCheck(MethodRules rules, RolePermissions permissions, Grants grants, TaskRight tasks, RestrictedRight restricted)
{
    private const int LongestReason = 500; // characters, as the field rules count them; it stands in an audit line

    /// <summary>Caller and permission; the tenant is checked for each message.</summary>
    public Call Admit(ServerCallContext context)
    {
        var rule = rules.Find(context.Method) ?? throw Reasons.PermissionMissing.Broken(("permission", context.Method));
        var caller = CallerOf(context);
        var whole = permissions.RoleThatHolds(rule.Access.Permission, caller);
        var role = whole ?? permissions.RoleThatHolds(rule.Access.TaskPermission, caller) ?? throw Reasons.PermissionMissing.Broken(("permission", rule.Access.Permission));
        var reason = context.RequestHeaders.GetValue("x-reason");
        Reasons.ReasonTooLong.Require(reason is null || reason.EnumerateRunes().Count() <= LongestReason);
        Reasons.ReasonRequired.Require(!rule.Access.ReasonRequired || !reason.IsBlank());
        var trace = Activity.Current?.TraceId.ToString() ?? "";
        return new Call(caller, rule, Tenant: null, rule.Method.TrimStart('/'), role, trace, context.Peer, reason) { TaskOnly = whole is null };
    }

    /// <summary>The form of a request, that the tenant it names is one the caller may act on, and what of restricted records it may read.</summary>
    public async Task<Call> RequireAsync(Call call, IMessage request, CancellationToken cancellation)
    {
        FieldRules.Require(request);
        var admitted = await RequireTenantAsync(call, request, cancellation);
        var sight = await restricted(admitted, call.Rule.NamesOf(request), cancellation);
        return admitted with { Restricted = sight.Reach, Hidden = sight.Hidden };
    }

    /// <summary>What was read for a task is told when the task still stands after it was read: what came after its end is not told.</summary>
    /// <exception cref="NotFound">It ended meanwhile.</exception>
    public async Task RequireStillAsync(Call call, IMessage request, CancellationToken cancellation)
    {
        if (call is not { TaskOnly: true, Hidden: null, Rule: { TakesTasks: true, Access.Audit: AuditVerb.Consult } }) return;
        if (!await HasTaskAsync(call, request, cancellation) || (await restricted(call, call.Rule.NamesOf(request), cancellation)).Hidden is not null)
            throw new NotFound(call.Rule.NameOf(request) ?? "");
    }

    private async Task<Call> RequireTenantAsync(Call call, IMessage request, CancellationToken cancellation)
    {
        if (call.Rule.TenantOf(request) is not { } tenant) throw InvalidName(call.Rule.Access.TenantField);
        if (tenant.Value == TenantId.Wildcard)
            return call.Rule.TakesAll ? call : throw InvalidName(call.Rule.Access.TenantField);
        var isForTask = call is { TaskOnly: true, Rule.TakesTasks: true };
        if (isForTask && !await HasTaskAsync(call, request, cancellation)) throw new NotFound(call.Rule.NameOf(request) ?? tenant.Name);
        if (call.Caller.Owns(tenant)) return call with { Tenant = tenant };
        if (!await grants.CoverAsync(call.Caller, tenant, cancellation)) return isForTask || await HasTaskAsync(call, request, cancellation) ? call with { Tenant = tenant, ByTask = true } : throw new NotFound(tenant.Name);
        return call.Rule.TakesGrants
            ? call with { Tenant = tenant }
            : throw Reasons.TenantNotYours.Broken(("tenant", tenant.Name), ("tenantLabel", $"{(tenant.IsMunicipality ? "gemeente" : "team")} {tenant.Value}"));
    }

    private async Task<bool> HasTaskAsync(Call call, IMessage request, CancellationToken cancellation) =>
        call.Rule.TakesTasks && call.Rule.NameOf(request) is { } name && await tasks(call.Caller, name, cancellation);

    private static RuleBroken InvalidName(string field) => new(Reasons.InvalidRequest)
    {
        Violations = [new FieldViolation(field, "WRONG_FORM", "must start with municipalities/{code} or teams/{team} of one municipality or team")],
    };

    private static Caller CallerOf(ServerCallContext context)
    {
        var http = context.GetHttpContext();
        if (http.User.Identity?.IsAuthenticated is true) return Caller.From(http.User);
        throw TokenChecks.FailureOf(http) switch
        {
            SecurityTokenExpiredException => Reasons.TokenExpired.Broken(),
            null => Reasons.TokenMissing.Broken(),
            _ => Reasons.TokenInvalid.Broken(),
        };
    }
}
