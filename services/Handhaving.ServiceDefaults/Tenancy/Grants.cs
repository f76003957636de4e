using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Data;
using Npgsql;

namespace Handhaving.ServiceDefaults.Tenancy;

/// <summary>Live sharing grants, asked of the database each time: a withdrawn right counts at the next call (Wpg 6).</summary>
public sealed class Grants(Databases databases)
{
    /// <summary>All tenants that the caller may read now: its own and those of live grants.</summary>
    public async Task<IReadOnlySet<TenantId>> ReadableAsync(Caller caller, CancellationToken cancellation)
    {
        await using var connection = await databases.Service.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using var batch = new NpgsqlBatch(connection, transaction)
        {
            BatchCommands = { TenantScope.Of(caller).Command(), new("select app_readable()") },
        };
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        await reader.NextResultAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return reader.GetFieldValue<string[]>(0).Select(tenant => new TenantId(tenant)).ToHashSet();
    }

    public async Task<bool> CoverAsync(Caller caller, TenantId tenant, CancellationToken cancellation) =>
        (await ReadableAsync(caller, cancellation)).Contains(tenant);
}
