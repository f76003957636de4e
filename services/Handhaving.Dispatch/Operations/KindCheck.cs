using Handhaving.Dispatch.Data;
using Handhaving.Dispatch.Types;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Settings;
using Handhaving.ServiceDefaults.Tenancy;
using Npgsql;

namespace Handhaving.Dispatch.Operations;

/// <summary>Holds a change against the kinds of incident that settings name: a name that the list does not know is refused, and so is a list in which a kind is missing that is named elsewhere;
/// from the change on, at each moment at which something else is decided already.</summary>
public sealed class KindCheck(SettingDefinitions definitions)
{
    // Version of the value that is asked for: the last one of its moment.
    private const long New = long.MaxValue;

    private static readonly string[] Keys = [DispatchSettings.IncidentTypes, .. NamedKinds.NamingKeys];

    /// <exception cref="ServiceDefaults.Errors.RuleBroken">INVALID_SETTING_VALUE, with what is wrong.</exception>
    public async Task RequireAsync(UnitOfWork<DispatchDb> work, TenantId owner, SettingChange change, DateTimeOffset from, CancellationToken cancellation)
    {
        if (!Keys.Contains(change.Key)) return;
        var (team, members) = await TeamOfAsync(work, owner, cancellation);
        await work.LockAsync([$"{team.Name}/kinds"], cancellation); // of a name and a list that change at once, the second one sees the first
        var before = new Decisions(await DecidedAsync(work, [team, owner, .. members], from, cancellation), team, definitions);
        var after = before.With(new(change.Key, owner, New, change.Value, from, "", ""));
        foreach (var at in after.MomentsFrom(from))
            foreach (var holder in members.Prepend(owner))
                if (ProblemOf(before, after, change, (owner, holder), at) is { } problem)
                    throw SettingRules.ValidValue.Broken(("key", change.Key), ("description", problem));
    }

    private static string? ProblemOf(Decisions before, Decisions after, SettingChange change, (TenantId Owner, TenantId Holder) whose, DateTimeOffset at)
    {
        foreach (var key in change.Key is DispatchSettings.IncidentTypes ? NamedKinds.NamingKeys : [change.Key])
        {
            // What is inherited is named by the team, and looked at there.
            if (after.Find(whose.Holder, key, at) is not { } named || named.Owner != whose.Holder) continue;
            var known = NamedKinds.KnownFor(key, after.ValueOf(whose.Holder, DispatchSettings.IncidentTypes, at));
            var missing = NamedKinds.In(key, named.Value).Where(code => !known.Contains(code)).ToList();
            if (change.Key == key && named.Version == New && missing.Count > 0) return NamedKinds.Unknown(missing[0], known);
            if (change.Key == key) continue;
            var once = NamedKinds.KnownFor(key, before.ValueOf(whose.Holder, DispatchSettings.IncidentTypes, at));
            if (missing.FirstOrDefault(once.Contains) is { } gone) return NamedKinds.Gone(gone, key, isElsewhere: whose.Holder != whose.Owner);
        }
        return null;
    }

    // A team's list is inherited by its municipalities: what they name is looked at too, and which of them it is is not told.
    private static async Task<(TenantId Team, IReadOnlyList<TenantId> Members)> TeamOfAsync(UnitOfWork<DispatchDb> work, TenantId owner, CancellationToken cancellation)
    {
        await using var batch = work.Batch();
        batch.BatchCommands.Add(new("select team, code from municipality where code = $1 or team = $1 order by code") { Parameters = { new() { Value = owner.Value } } });
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        var (team, members) = (owner, new List<TenantId>());
        while (await reader.ReadAsync(cancellation))
        {
            team = new(reader.GetString(0));
            members.Add(new(reader.GetString(1)));
        }
        return (team, owner.IsMunicipality ? [] : members);
    }

    private static async Task<List<SettingValue>> DecidedAsync(UnitOfWork<DispatchDb> work, IEnumerable<TenantId> owners, DateTimeOffset from, CancellationToken cancellation)
    {
        var codes = owners.Select(owner => owner.Value).Distinct().ToArray();
        await using var batch = work.Batch();
        batch.BatchCommands.Add((work.Scope with { Own = string.Join(',', codes) }).Command());
        batch.BatchCommands.Add(new("""
            select s.key, s.tenant, s.version, s.value::text, s.valid_from from setting s
            where s.tenant = any($1) and s.key = any($2)
              and not exists (select from setting l where l.tenant = s.tenant and l.key = s.key and l.valid_from <= $3 and (l.valid_from, l.version) > (s.valid_from, s.version))
            """) { Parameters = { new() { Value = codes }, new() { Value = Keys }, new() { Value = from } } });
        batch.BatchCommands.Add(work.Scope.Command());
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        await reader.NextResultAsync(cancellation); // the first result is the scope's
        List<SettingValue> decided = [];
        while (await reader.ReadAsync(cancellation)) decided.Add(new(reader.GetString(0), new TenantId(reader.GetString(1)), reader.GetInt64(2), reader.GetString(3), reader.GetFieldValue<DateTimeOffset>(4), "", ""));
        return decided;
    }

    // What holds when, as SettingStore reads it.
    private sealed class Decisions(IReadOnlyList<SettingValue> decided, TenantId team, SettingDefinitions definitions)
    {
        public Decisions With(SettingValue next) => new([.. decided, next], team, definitions);

        public IEnumerable<DateTimeOffset> MomentsFrom(DateTimeOffset from) => decided.Select(value => value.ValidFrom).Where(at => at >= from).Distinct().Order();

        public SettingValue? Find(TenantId holder, string key, DateTimeOffset at) => decided
            .Where(value => value.Key == key && value.ValidFrom <= at && (value.Owner == holder || value.Owner == team))
            .OrderByDescending(value => value.Owner == holder).ThenByDescending(value => value.ValidFrom).ThenByDescending(value => value.Version).FirstOrDefault();

        public string ValueOf(TenantId holder, string key, DateTimeOffset at) => Find(holder, key, at)?.Value ?? definitions.Find(key).DefaultValue;
    }
}
