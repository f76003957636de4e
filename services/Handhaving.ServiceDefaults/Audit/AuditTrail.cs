using Handhaving.ServiceDefaults.Tenancy;
using Npgsql;

namespace Handhaving.ServiceDefaults.Audit;

/// <summary>Appends lines to a tenant's chain inside the transaction they speak of.</summary>
public static class AuditTrail
{
    public static NpgsqlBatchCommand Append(TenantId tenant, IEnumerable<AuditLine> lines) => new("select audit_append($1, $2)")
    {
        Parameters = { new() { Value = tenant.Value }, new() { Value = lines.Select(line => line.ToJson()).ToArray() } },
    };
}
