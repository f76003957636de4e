using Handhaving.Dispatch.Units;
using Handhaving.ServiceDefaults.Data;
using Handhaving.ServiceDefaults.Tenancy;
using Npgsql;

namespace Handhaving.Dispatch.Waking;

/// <summary>Devices as the platform itself reads them, to wake them.</summary>
public sealed class DevicesOfUnit(Databases databases)
{
    public async Task<IReadOnlyList<Device>> ReadAsync(UnitName unit, CancellationToken cancellation)
    {
        await using var connection = await databases.Service.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using var batch = BatchOf(transaction, unit, DeviceTable.OfUnit(unit));
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        await reader.NextResultAsync(cancellation); // the first result is the scope's
        List<Device> devices = [];
        while (await reader.ReadAsync(cancellation)) devices.Add(new(new Uri(reader.GetString(0)), reader.GetFieldValue<byte[]>(1), reader.GetFieldValue<byte[]>(2)));
        return devices;
    }

    /// <summary>Forgets one whose push service does not know it any more.</summary>
    public async Task DropAsync(UnitName unit, Device device, CancellationToken cancellation)
    {
        await using var connection = await databases.Service.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using (var batch = BatchOf(transaction, unit, DeviceTable.Drop(unit, device.Endpoint))) await batch.ExecuteNonQueryAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private static NpgsqlBatch BatchOf(NpgsqlTransaction transaction, UnitName unit, NpgsqlBatchCommand statement)
    {
        var batch = new NpgsqlBatch(transaction.Connection, transaction);
        batch.BatchCommands.Add(TenantScope.Of(unit.Owner).Command());
        batch.BatchCommands.Add(statement);
        return batch;
    }
}
