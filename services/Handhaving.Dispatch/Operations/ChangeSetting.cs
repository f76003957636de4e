using Handhaving.Dispatch.Data;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Access.Fields;
using Handhaving.ServiceDefaults.Audit;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Settings;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Dispatch.Operations;

/// <summary>A change that somebody asks for.</summary>
public sealed record SettingChange(string Key, string Value, string Etag, DateTimeOffset? ValidFrom, string Reason);

/// <summary>A value that holds now, with the last version that its owner gave the key, valid yet or not.</summary>
public sealed record SettingState(SettingValue Value, long LastVersion);

/// <summary>Reads and changes what a municipality or team decides for itself (C-01).</summary>
public sealed class ChangeSetting(DispatchDb db, SettingDefinitions definitions, TenantSettings settings, KindCheck kinds, TimeProvider clock)
{
    // Clocks of callers may run behind by so much.
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(1);

    /// <summary>All settings as they hold now.</summary>
    public Task<IReadOnlyList<SettingState>> ListAsync(Call call, CancellationToken cancellation) => ReadAsync(call, clock.GetUtcNow(), call.Owner.Name, cancellation);

    /// <summary>One setting as it holds at a moment: of the past for who judges what was decided then, of the future as far as it is decided now.</summary>
    public async Task<SettingState> GetAsync(string key, DateTimeOffset? at, Call call, CancellationToken cancellation)
    {
        definitions.Find(key);
        return (await ReadAsync(call, at ?? clock.GetUtcNow(), $"{call.Owner.Name}/settings/{key}", cancellation)).Single(state => state.Value.Key == key);
    }

    private async Task<IReadOnlyList<SettingState>> ReadAsync(Call call, DateTimeOffset at, string shown, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        var decided = await SettingStore.ReadAsync(work.Connection, call.Owner, at, cancellation);
        var versions = await SettingStore.LastVersionsAsync(work.Connection, call.Owner, cancellation);
        work.Consulted(call, [(call.Owner, shown)], clock.GetUtcNow());
        await work.CommitAsync(cancellation);
        return [.. definitions.All.Select(definition => new SettingState(
            decided.TryGetValue(definition.Key, out var value) ? value : new(definition.Key, null, 0, definition.DefaultValue, DateTimeOffset.UnixEpoch, "", ""),
            versions.GetValueOrDefault(definition.Key)))];
    }

    public async Task<SettingValue> HandleAsync(SettingChange change, Call call, RequestKey request, CancellationToken cancellation)
    {
        var definition = definitions.Find(change.Key);
        SettingRules.ReasonGiven.Require(!change.Reason.IsBlank(), ("key", change.Key));
        if (definition.ProblemOf(change.Value) is { } problem) throw SettingRules.ValidValue.Broken(("key", change.Key), ("description", problem));
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        if (await work.AnswerAgainAsync<SettingValue>(call, request, $"{call.Owner.Name}/settings/{change.Key}", clock.GetUtcNow(), cancellation) is { } answered) return answered;
        var version = (await SettingStore.LastVersionsAsync(work.Connection, call.Owner, cancellation)).GetValueOrDefault(change.Key);
        Reasons.EtagMismatch.Require(change.Etag == $"\"{version}\"", ("name", $"{call.Owner.Name}/settings/{change.Key}"));
        var now = clock.GetUtcNow();
        SettingRules.FromNowOn.Require(change.ValidFrom is not { } asked || asked >= now - ClockTolerance, ("key", change.Key));
        var from = change.ValidFrom is { } ahead && ahead > now ? ahead : now; // never before it was decided: what held stays as it was
        await kinds.RequireAsync(work, call.Owner, change, from, cancellation);
        var value = new SettingValue(change.Key, call.Owner, version + 1, change.Value, from, call.Caller.Subject, change.Reason);
        await using var batch = work.Batch();
        batch.BatchCommands.Add(SettingStore.Insert(call.Owner, value));
        await batch.ExecuteNonQueryAsync(cancellation);
        work.TrailOf(call.Owner).Audit(AuditLine.Of(call, $"{call.Owner.Name}/settings/{change.Key}", now, value.Version) with { Action = "CONFIG", ReasonText = change.Reason });
        await work.CommitAsync(call.Owner, request, value, cancellation);
        settings.Forget();
        return value;
    }
}
