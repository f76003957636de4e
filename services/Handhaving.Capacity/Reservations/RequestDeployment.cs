using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.Data;
using Handhaving.Capacity.Ledger;
using Handhaving.Capacity.Reservations.Keeping;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Audit;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Capacity.Reservations;

/// <summary>What a case asks for.</summary>
public sealed record DeploymentAsked(string CaseId, int CaseVersion, IReadOnlyList<DeploymentLine> Lines, TimeSpan Hold);

/// <summary>Asks for people on behalf of a case and holds them, all lines or none.</summary>
public sealed class RequestDeployment(CapacityDb db, CaseStore cases, LedgerQueries ledger, TimeProvider clock)
{
    private const int MostBlocks = 5000;
    private static readonly TimeSpan LongestLine = TimeSpan.FromDays(14);

    public async Task<CapacityReservation> HandleAsync(DeploymentAsked asked, Call call, RequestKey request, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        foreach (var line in asked.Lines) line.Interval.Require(LongestLine);
        var ended = asked.Lines.Select((line, index) => (line, index)).Where(pair => pair.line.Interval.End <= now).Select(pair => $"{pair.index + 1}").FirstOrDefault();
        ReservationRules.NotPast.Require(ended is null, ("line", ended ?? ""));
        BlockKey[] keys = [.. asked.Lines.SelectMany(line => line.Owners.SelectMany(line.KeysAt)).Distinct()];
        ReservationRules.BlocksInReach.Require(keys.Length <= MostBlocks, ("count", $"{keys.Length}"), ("most", $"{MostBlocks}"));
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        if (await work.AnswerAgainAsync<CapacityReservation>(call, request, call.Owner.Name, now, cancellation) is { } answered) return answered;
        var functions = await ledger.FunctionsAsync(cancellation);
        foreach (var line in asked.Lines)
            foreach (var owner in line.Owners) functions.Require(line.Function, owner);
        var locked = await cases.LockAsync(work, call.Owner, asked.CaseId, keys, cancellation);
        var answer = locked.Versions.SingleOrDefault(version => version.CaseVersion == asked.CaseVersion) is { } before
            ? Same(before, asked)
            : await KeepAsync(work, locked.Case.Request(New(asked, call, now), locked.Counts, asked.Hold, new(call.Caller.Subject, now)), cancellation);
        work.TrailOf(call.Owner).Audit(AuditLine.Of(call, answer.Name.Value, now, answer.Version));
        await work.CommitAsync(call.Owner, request, answer, cancellation);
        return answer;
    }

    private async Task<CapacityReservation> KeepAsync(UnitOfWork<CapacityDb> work, CaseChange change, CancellationToken cancellation)
    {
        await cases.KeepAsync(work, change, cancellation);
        return change.About;
    }

    private static CapacityReservation Same(CapacityReservation before, DeploymentAsked asked)
    {
        ReservationRules.CaseVersionSame.Require(before.Lines.Select(Asked).SequenceEqual(asked.Lines.Select(Asked)), ("version", $"{asked.CaseVersion}"));
        return before;
    }

    private static string Asked(DeploymentLine line) => $"{string.Join(',', line.Owners)} {line.Function} {line.Count} {line.Interval.Start.UtcTicks} {line.Interval.End.UtcTicks}";

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
