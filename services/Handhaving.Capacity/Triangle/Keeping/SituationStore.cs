using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.Data;
using Handhaving.Capacity.Reservations;
using Handhaving.Capacity.Reservations.Keeping;
using Handhaving.Capacity.Reservations.Lines;
using Handhaving.Capacity.Themes;
using Handhaving.Capacity.Themes.Balance;
using Handhaving.Capacity.Triangle.Conflicts;
using Handhaving.Capacity.Triangle.Decisions;
using Handhaving.Capacity.Triangle.Options;
using Handhaving.Capacity.WorkingTime;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Handhaving.Capacity.Triangle.Keeping;

/// <summary>Reads a conflict as it stands, as its owner sees it: whoever looks sees the same requests and numbers, and no grant of a municipality takes its claims out of sight.</summary>
public sealed class SituationStore(CapacityDb db)
{
    /// <summary>To be looked at; others may change it meanwhile.</summary>
    public async Task<Situation> ReadAsync(Conflict conflict, CancellationToken cancellation)
    {
        var cases = await CasesAsync(conflict, cancellation);
        return await SituationOfAsync(conflict, cases, await CountsAsync(conflict, cases, cancellation), cancellation);
    }

    /// <summary>To be decided: the conflict and all cases on it are locked in one order, then the blocks that the option may touch.</summary>
    public async Task<Situation> LockAsync(UnitOfWork<CapacityDb> work, Conflict conflict, DecisionChoice choice, CancellationToken cancellation)
    {
        var seen = await CasesAsync(conflict, cancellation);
        await work.LockAsync([conflict.Name.Value, .. seen.Keys.Select(named => named.LockName)], cancellation);
        // A case that came meanwhile is not locked, and only counts.
        var cases = (await CasesAsync(conflict, cancellation)).Where(pair => seen.ContainsKey(pair.Key)).ToDictionary();
        var asked = AskedLines(conflict, cases).Select(line => line.Moved(choice.Shift)).SelectMany(line => (line.GrantedBy ?? line.Awaits) is { } owner ? line.KeysAt(owner) : []);
        BlockKey[] keys = [.. conflict.Keys().Concat(asked).Concat(cases.Values.SelectMany(known => known.Blocks)).Distinct()];
        return await SituationOfAsync(conflict, cases, await CaseStore.LockBlocksAsync(work, keys, cancellation), cancellation);
    }

    private async Task<Situation> SituationOfAsync(Conflict conflict, IReadOnlyDictionary<CaseKey, DeploymentCase> cases, IReadOnlyDictionary<BlockKey, BlockCount> counts, CancellationToken cancellation) => new()
    {
        Owner = conflict.Name.Owner,
        Asked = conflict.Asked,
        Keys = await KeysAsync(conflict, cancellation),
        Cases = cases,
        Counts = counts,
        Themes = await ProfileQueries.HoldingAsync(db, conflict.Name.Owner, DutchClock.DayOf(conflict.Span.Start), cancellation) is { } profile ? ThemeShare.Of(profile) : [],
        Decided = await db.Decisions.AnyAsync(row => row.Conflict == conflict.Name.Id && row.State == DecisionState.Executed, cancellation),
    };

    // After strength dropped, without blocks that a later drop took over: one conflict decides about a block.
    private async Task<IReadOnlySet<BlockKey>> KeysAsync(Conflict conflict, CancellationToken cancellation)
    {
        if (conflict.Asked is not null) return conflict.Keys();
        var (owner, id, function, from, until) = (conflict.Name.Owner.Value, conflict.Name.Id, conflict.Places[0].Function, conflict.Span.Start.ToUniversalTime(), conflict.Span.End.ToUniversalTime());
        var later = await db.Conflicts.AsNoTracking().Where(row => row.Tenant == owner && row.Function == function && row.Id.CompareTo(id) > 0 && row.StartsAt < until && row.EndsAt > from).ToListAsync(cancellation);
        return conflict.Keys().Except(later.SelectMany(row => row.ToConflict().Keys())).ToHashSet();
    }

    // Cases with something live on the blocks, each with all that is live of it.
    private async Task<Dictionary<CaseKey, DeploymentCase>> CasesAsync(Conflict conflict, CancellationToken cancellation)
    {
        var rows = await db.ClaimsOn(conflict.Span.Start, conflict.Span.End, conflict.Asked?.Id).ToListAsync(cancellation);
        return rows.Select(row => row.ToReservation()).GroupBy(reservation => reservation.Case).ToDictionary(group => group.Key, group => new DeploymentCase([.. group]));
    }

    private async Task<Dictionary<BlockKey, BlockCount>> CountsAsync(Conflict conflict, IReadOnlyDictionary<CaseKey, DeploymentCase> cases, CancellationToken cancellation)
    {
        var lines = AskedLines(conflict, cases);
        string[] owners = [.. lines.Select(line => line.GrantedBy ?? line.Awaits).OfType<TenantId>().Append(conflict.Name.Owner).Select(owner => owner.Value).Distinct()];
        string[] functions = [.. lines.Select(line => line.Function).Concat(conflict.Places.Select(place => place.Function)).Distinct()];
        var from = lines.Select(line => line.Interval.Start).Append(conflict.Span.Start).Min() - OtherTime.Farthest - Interval.Block;
        var until = lines.Select(line => line.Interval.End).Append(conflict.Span.End).Max() + OtherTime.Farthest;
        var rows = await db.Blocks.AsNoTracking().Where(row => owners.Contains(row.Tenant) && functions.Contains(row.Function) && row.StartsAt >= from.ToUniversalTime() && row.StartsAt < until.ToUniversalTime()).ToListAsync(cancellation);
        return rows.ToDictionary(row => row.Key, row => row.Count);
    }

    private static IReadOnlyList<DeploymentLine> AskedLines(Conflict conflict, IReadOnlyDictionary<CaseKey, DeploymentCase> cases) =>
        cases.Values.SelectMany(known => known.Versions).SingleOrDefault(version => version.Name == conflict.Asked)?.Lines ?? [];
}
