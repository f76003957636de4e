using System.Diagnostics;
using Handhaving.Dispatch.Positions.Collected;
using Handhaving.Dispatch.Positions.Judging;
using Handhaving.Dispatch.Units;
using Handhaving.ServiceDefaults.Access;

namespace Handhaving.Dispatch.Positions;

/// <summary>Takes batches of positions: each position is judged by itself, the newest of a unit wins, and what was taken stands in the audit.</summary>
public sealed class ReportPositions(FixJudge judge, UnitPositions positions, PositionShare share, PositionTrail trail)
{
    /// <summary>One batch: nothing of it is taken before its line is written.</summary>
    public async Task<FixOutcome> HandleAsync(IReadOnlyList<UnitFix> fixes, Call call, CancellationToken cancellation)
    {
        var began = Stopwatch.GetTimestamp();
        var judged = await judge.JudgeAsync(fixes, call.Owner, call.Caller, cancellation);
        var tally = new PositionTally();
        tally.Add(call.Owner, judged.Good.Select(good => (good.Unit, good.Fix)));
        await trail.WriteAsync(call, tally, cancellation);
        return Take(judged, began).Outcome;
    }

    /// <summary>One batch of a stream, whose tally is written each minute.</summary>
    public async Task<FixOutcome> TakeAsync(PositionBatch batch, Caller caller, PositionTally tally, CancellationToken cancellation)
    {
        var began = Stopwatch.GetTimestamp();
        var (outcome, taken) = Take(await judge.JudgeAsync(batch.Fixes, batch.Owner, caller, cancellation), began);
        tally.Add(batch.Owner, taken);
        return outcome;
    }

    private (FixOutcome Outcome, IReadOnlyList<(UnitName Unit, Fix Fix)> Taken) Take(JudgedFixes judged, long began)
    {
        List<(int, FixProblem)> refusals = [.. judged.Refusals];
        List<(UnitName, Fix)> taken = [];
        foreach (var (index, unit, fix) in judged.Good)
            if (positions.Take(unit, fix)) taken.Add((unit, fix));
            else refusals.Add((index, FixProblem.OlderThanLast)); // another call was faster
        share.Send(taken);
        DispatchMeters.PositionsTaken.Add(taken.Count);
        foreach (var (_, problem) in refusals) DispatchMeters.PositionsRefused.Add(1, new KeyValuePair<string, object?>("problem", problem.ToString()));
        DispatchMeters.PositionsDuration.Record(Stopwatch.GetElapsedTime(began).TotalSeconds);
        return (new(taken.Count, refusals), taken);
    }
}
