using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Data;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Capacity.Triangle;

/// <summary>What somebody may name because it concerns its municipality, whatever the owner of the blocks shares with it: a decision in which that has a seat, and a conflict on whose blocks it has a claim.</summary>
public sealed class TriangleTasks(Databases databases)
{
    public async Task<bool> HasTaskAsync(Caller caller, string name, CancellationToken cancellation)
    {
        if ((OwnedName.Parse(name, "decisions") ?? OwnedName.Parse(name, "conflicts")) is not var (owner, id)) return false;
        await using var connection = await databases.Service.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using var batch = connection.CreateBatch();
        batch.Transaction = transaction;
        batch.BatchCommands.Add(TenantScope.Of(caller).Command());
        batch.BatchCommands.Add(new("select concerns_caller($1, $2)") { Parameters = { new() { Value = owner.Value }, new() { Value = id } } });
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        await reader.NextResultAsync(cancellation); // the first result is the scope's
        return await reader.ReadAsync(cancellation) && reader.GetBoolean(0);
    }
}
