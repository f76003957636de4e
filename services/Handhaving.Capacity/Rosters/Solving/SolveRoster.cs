using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Handhaving.Capacity.Data;
using Handhaving.Capacity.Ledger;
using Handhaving.Capacity.Rostering.Gaps;
using Handhaving.Capacity.Rostering.Judging;
using Handhaving.Capacity.Rostering.Searching;
using Handhaving.Capacity.Rosters.Judging;
using Handhaving.Capacity.Rosters.Keeping;
using Handhaving.Capacity.Rosters.Publishing;
using Handhaving.Capacity.Rosters.Solving.Timing;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Capacity.Rosters.Solving;

/// <summary>Fills a draft by the search, tells each better roster as it comes, and keeps the lawful part of the best. Nothing is kept when the caller leaves.</summary>
public sealed class SolveRoster(CapacityDb db, RosterBook rosters, LedgerQueries ledger, RosterWork work, SolverPlace place)
{
    public async IAsyncEnumerable<SolveStep> HandleAsync(DutyRosterName name, SolveAsked asked, string etag, Call call, RequestKey request, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (await AnsweredAsync(call, request, cancellation) is { } answered)
        {
            yield return new(SolvePhase.Ended, 0, 0, new(answered, null, []));
            yield break;
        }
        using var taken = place.Take();
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var steps = Channel.CreateUnbounded<SolveStep>();
        var solving = SolveAsync(name, asked, etag, call, request, steps.Writer, leaving.Token);
        try
        {
            await foreach (var step in SolveBeats.ReadAsync(steps.Reader, place.Clock, cancellation)) yield return step;
        }
        finally
        {
            await leaving.CancelAsync();
            await solving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        await solving;
    }

    private async Task SolveAsync(DutyRosterName name, SolveAsked asked, string etag, Call call, RequestKey request, ChannelWriter<SolveStep> steps, CancellationToken cancellation)
    {
        try
        {
            var (draft, known, former, kept) = await ReadAsync(name, asked, etag, call, cancellation);
            var problem = await Task.Run(() => new SolveProblem(draft, known, asked with { KeptWishes = kept }, former), cancellation);
            var result = await Task.Factory.StartNew(() => Search(problem, asked, steps, cancellation), cancellation, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            cancellation.ThrowIfCancellationRequested();
            var found = result.Best is { } best ? problem.ShiftsOf(best.Roster, Guid.CreateVersion7) : [.. draft.Shifts.Where(shift => shift.Stays)];
            var shifts = await Task.Run(() => LawfulPart.Of(draft, found, known), cancellation);
            var (filled, barred) = (problem.RosterOf(shifts), found.Except(shifts).ToList());
            var gaps = OpenShifts.Of(problem.Without(barred), filled).Select(open => (problem.DayOf(open.Day), open with { NotQualified = open.NotQualified + problem.OthersOfTeam })).ToList();
            var answer = await KeepAsync(name, (shifts, problem.Tasks), etag, call, request, cancellation);
            var cost = RosterJudge.CostOf(problem.Problem, filled);
            var outcome = barred.Count > 0 && result.Outcome is RosterOutcome.Optimal ? RosterOutcome.LimitReached : result.Outcome; // another roster might have kept them
            steps.TryWrite(new(SolvePhase.Ended, cost.Total, cost.Shortage, new(answer, outcome, gaps) { Terms = RosterJudge.TermsOf(problem.Problem, filled) }));
        }
        finally
        {
            steps.Complete();
        }
    }

    private async Task<RosterAnswer?> AnsweredAsync(Call call, RequestKey request, CancellationToken cancellation)
    {
        await using var reading = await db.BeginAsync(TenantScope.Of(call), cancellation);
        return await reading.FindAnswerAsync<RosterAnswer>(call.Owner, request, cancellation);
    }

    private async Task<(DutyRoster, KnownDuties, IReadOnlyList<PlannedShift>?, IReadOnlyList<WishAsked>)> ReadAsync(DutyRosterName name, SolveAsked asked, string etag, Call call, CancellationToken cancellation)
    {
        await using var reading = await db.BeginAsync(TenantScope.Of(call), cancellation);
        var draft = await rosters.GetAsync(name, cancellation);
        draft.RequireSeen(etag);
        DutyRosterRules.IsDraft.Require(draft.State is RosterState.Draft);
        var functions = await ledger.FunctionsAsync(cancellation);
        foreach (var kind in asked.Kinds)
        {
            functions.Require(kind.Function, name.Owner);
            draft.RequireUnit(kind.Unit);
        }
        var former = draft.Replaces is { } replaced ? (await rosters.GetAsync(replaced, cancellation)).Shifts : null;
        return (draft, await rosters.KnownAsync(reading, draft, cancellation), former, await rosters.WishesAsync(name.Owner, draft.FirstDay, draft.LastDay, cancellation));
    }

    private RosterResult Search(SolveProblem problem, SolveAsked asked, ChannelWriter<SolveStep> steps, CancellationToken cancellation) =>
        SearchTime.Solve(new NeighbourhoodSolver(), problem.Problem, new(asked.Seed, asked.Seconds), better => steps.TryWrite(new(SolvePhase.Searching, better.Cost.Total, better.Cost.Shortage, null)), place.Clock, cancellation);

    private Task<RosterAnswer> KeepAsync(DutyRosterName name, (IReadOnlyList<PlannedShift> Shifts, IReadOnlyList<RosterTask> Tasks) solved, string etag, Call call, RequestKey request, CancellationToken cancellation) =>
        work.HandleAsync(name, "", async (unit, act) =>
        {
            var before = await rosters.GetAsync(name, cancellation);
            before.RequireSeen(etag);
            await RosterStore.KeepAsync(unit, before.Solve(solved.Shifts, solved.Tasks, act), cancellation);
            return [];
        }, call, request, cancellation);
}
