using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.Data;
using Handhaving.Capacity.Ledger;
using Handhaving.Capacity.Reservations.Keeping;
using Handhaving.Capacity.Reservations.Lines;
using Handhaving.Capacity.Triangle.Conflicts;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Audit;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Handhaving.Capacity.Reservations;

/// <summary>What a case asks for.</summary>
public sealed record DeploymentAsked(string CaseId, int CaseVersion, IReadOnlyList<DeploymentLine> Lines, TimeSpan Hold, OnShortage OnShortage);

/// <summary>Asks for people on behalf of a case and holds them, all lines or none; or, if the case so asks, what there is, and lets somebody decide about the rest.</summary>
public sealed class RequestDeployment(CapacityDb db, CaseStore cases, LedgerQueries ledger, RaiseConflict conflicts, TimeProvider clock)
{
    private const int MostBlocks = 5000;
    private static readonly TimeSpan LongestLine = TimeSpan.FromDays(14);

    public async Task<CapacityReservation> HandleAsync(DeploymentAsked asked, Call call, RequestKey request, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        foreach (var line in asked.Lines) line.Interval.Require(LongestLine);
        BlockKey[] keys = [.. asked.Lines.SelectMany(line => line.Owners.SelectMany(line.KeysAt)).Distinct()];
        ReservationRules.BlocksInReach.Require(keys.Length <= MostBlocks, ("count", $"{keys.Length}"), ("most", $"{MostBlocks}"));
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        if (await work.AnswerAgainAsync<CapacityReservation>(call, request, call.Owner.Name, now, cancellation) is { } answered) return answered;
        var ended = asked.Lines.Select((line, index) => (line, index)).Where(pair => pair.line.Interval.End <= now).Select(pair => $"{pair.index + 1}").FirstOrDefault();
        ReservationRules.NotPast.Require(ended is null, ("line", ended ?? ""));
        var functions = await ledger.FunctionsAsync(cancellation);
        foreach (var line in asked.Lines)
            foreach (var owner in line.Owners) functions.Require(line.Function, owner);
        var locked = await cases.LockAsync(work, new(call.Owner, asked.CaseId), keys, cancellation);
        var answer = locked.Case.Versions.SingleOrDefault(version => version.CaseVersion == asked.CaseVersion) is { } before
            ? Same(before, asked)
            : await KeepAsync(work, locked.Case.Request(New(asked, call, now), locked.Counts, await TermsAsync(asked, cancellation), new(call.Caller.Subject, now)), call, cancellation);
        work.TrailOf(call.Owner).Audit(AuditLine.Of(call, answer.Name.Value, now, answer.Version));
        await work.CommitAsync(call.Owner, request, answer, cancellation);
        return answer;
    }

    // Who may read the blocks of an owner may ask it to decide about them.
    private async Task<DeploymentTerms> TermsAsync(DeploymentAsked asked, CancellationToken cancellation)
    {
        string[] readable = asked.OnShortage is OnShortage.Decide ? await db.Database.SqlQuery<string>($"select unnest(app_readable()) as \"Value\"").ToArrayAsync(cancellation) : [];
        return new(asked.Hold, asked.OnShortage, readable.Select(tenant => new TenantId(tenant)).ToHashSet());
    }

    private async Task<CapacityReservation> KeepAsync(UnitOfWork<CapacityDb> work, CaseChange change, Call call, CancellationToken cancellation)
    {
        await CaseStore.KeepAsync(work, change, cancellation);
        await conflicts.OfRequestAsync(work, change.About, call, cancellation);
        return change.About;
    }

    private static CapacityReservation Same(CapacityReservation before, DeploymentAsked asked)
    {
        ReservationRules.CaseVersionSame.Require(before.Lines.Select(line => line.Asked).SequenceEqual(asked.Lines.Select(line => line.Asked)), ("version", $"{asked.CaseVersion}"));
        return before;
    }

    private static CapacityReservation New(DeploymentAsked asked, Call call, DateTimeOffset now) => new()
    {
        Name = new(call.Owner.Value, Guid.CreateVersion7(now)),
        CaseId = asked.CaseId,
        CaseVersion = asked.CaseVersion,
        State = ReservationState.Held,
        Lines = asked.Lines,
        RequestedBy = call.Caller.Subject,
        CreatedAt = now,
        UpdatedAt = now,
        UpdatedBy = call.Caller.Subject,
        Version = 1,
    };
}
