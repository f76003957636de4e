using System.Text.Json;
using Handhaving.Dispatch.Data;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Audit;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Settings;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Dispatch.Operations;

/// <summary>A change that somebody asks for.</summary>
public sealed record SettingChange(string Key, string Value, string Etag, DateTimeOffset? ValidFrom, string Reason);

/// <summary>Reads and changes what a municipality or team decides for itself (C-01).</summary>
public sealed class ChangeSetting(DispatchDb db, SettingDefinitions definitions, TimeProvider clock)
{
    public async Task<IReadOnlyList<SettingValue>> ListAsync(Call call, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        var now = clock.GetUtcNow();
        var decided = await SettingStore.ReadAsync(work.Connection, call.Owner, now, cancellation);
        work.Consulted(call, [(call.Owner, call.Owner.Name)], now);
        await work.CommitAsync(cancellation);
        return [.. definitions.All.Select(definition => decided.TryGetValue(definition.Key, out var value) ? value : new(definition.Key, null, 0, definition.DefaultValue, DateTimeOffset.UnixEpoch, "", ""))];
    }

    public async Task<SettingValue> HandleAsync(SettingChange change, Call call, RequestKey request, CancellationToken cancellation)
    {
        var definition = definitions.Find(change.Key);
        SettingRules.ValidValue.Require(Accepts(definition, change.Value), ("key", change.Key), ("description", definition.Description));
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        if (await work.FindAnswerAsync<SettingValue>(call.Owner, request, cancellation) is { } answered) return answered;
        var version = await SettingStore.LastVersionAsync(work.Connection, call.Owner, change.Key, cancellation);
        Reasons.EtagMismatch.Require(change.Etag.Length == 0 || change.Etag == $"\"{version}\"", ("name", $"{call.Owner.Name}/settings/{change.Key}"));
        var now = clock.GetUtcNow();
        var value = new SettingValue(change.Key, call.Owner, version + 1, change.Value, change.ValidFrom ?? now, call.Caller.Subject, change.Reason);
        await using var batch = work.Batch();
        batch.BatchCommands.Add(SettingStore.Insert(call.Owner, value));
        await batch.ExecuteNonQueryAsync(cancellation);
        work.TrailOf(call.Owner).Audit(AuditLine.Of(call, $"{call.Owner.Name}/settings/{change.Key}", now, value.Version) with { Action = "CONFIG", ReasonText = change.Reason });
        await work.CommitAsync(call.Owner, request, value, cancellation);
        return value;
    }

    private static bool Accepts(SettingDefinition definition, string value)
    {
        try
        {
            using var document = JsonDocument.Parse(value);
            return definition.Accepts(document.RootElement);
        }
        catch (JsonException)
        {
            return false; // not JSON is a value that is not accepted, and answered as such
        }
    }
}
