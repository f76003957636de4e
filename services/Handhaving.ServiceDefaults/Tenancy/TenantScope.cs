using Handhaving.ServiceDefaults.Access;
using Npgsql;

namespace Handhaving.ServiceDefaults.Tenancy;

/// <summary>Whose data one transaction may write and read, and which restricted records of it; set for that transaction alone.</summary>
/// <param name="Writes">Tenant that is written; null = nothing.</param>
/// <param name="Own">Tenants that are the caller's own; live grants add to what may be read.</param>
public sealed record TenantScope(TenantId? Writes, string Own)
{
    /// <summary>Nothing restricted is read unless it is said here.</summary>
    public RestrictedReach Restricted { get; init; }

    public static TenantScope Of(Call call) =>
        new(call.Tenant, Join(call.ByTask && call.Tenant is { } tenant ? call.Caller.Tenants.Append(tenant) : call.Caller.Tenants)) { Restricted = call.Restricted };

    /// <summary>A caller that only reads.</summary>
    public static TenantScope Of(Caller caller) => new(null, Join(caller.Tenants));

    /// <summary>A job or consumer that works for one tenant.</summary>
    public static TenantScope Of(TenantId tenant) => new(tenant, tenant.Value);

    public NpgsqlBatchCommand Command() => new("select set_config('app.mun', $1, true), set_config('app.mun_read', $2, true), set_config('app.restricted', $3, true)")
    {
        Parameters = { new() { Value = Writes?.Value ?? "" }, new() { Value = Own }, new() { Value = Restricted.Setting } },
    };

    private static string Join(IEnumerable<TenantId> tenants) => string.Join(',', tenants.Select(tenant => tenant.Value).Order(StringComparer.Ordinal));
}
