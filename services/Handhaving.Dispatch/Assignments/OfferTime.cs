using System.Globalization;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Data;
using Handhaving.ServiceDefaults.Settings;
using Handhaving.ServiceDefaults.Tenancy;
using Npgsql;

namespace Handhaving.Dispatch.Assignments;

/// <summary>How long an offer stands in the municipality of the incident: its own decision, else its team's, else 30 seconds.</summary>
public sealed class OfferTime(Databases databases, SettingDefinitions definitions)
{
    public async Task<TimeSpan> OfAsync(Call call, DateTimeOffset at, CancellationToken cancellation)
    {
        await using var connection = await databases.Service.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using var scope = new NpgsqlBatch(connection, transaction) { BatchCommands = { TenantScope.Of(call).Command() } };
        await scope.ExecuteNonQueryAsync(cancellation);
        var decided = await SettingStore.ReadAsync(connection, call.Owner, at, cancellation);
        var value = decided.TryGetValue(DispatchSettings.OfferSeconds, out var own) ? own.Value : definitions.Find(DispatchSettings.OfferSeconds).DefaultValue;
        return TimeSpan.FromSeconds(int.Parse(value, CultureInfo.InvariantCulture));
    }
}
