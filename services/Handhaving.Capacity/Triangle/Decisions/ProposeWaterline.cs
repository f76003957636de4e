using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.Data;
using Handhaving.Capacity.Ledger;
using Handhaving.Capacity.Ledger.Keeping;
using Handhaving.Capacity.Triangle.Keeping;
using Handhaving.Capacity.Triangle.Options;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Audit;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Capacity.Triangle.Decisions;

/// <summary>Makes a draft of a decision that a function's minimum (waterlijn) becomes lower over a stretch of time, which is the decision's validity.</summary>
public sealed class ProposeWaterline(CapacityDb db, LedgerQueries ledger, TimeProvider clock)
{
    public async Task<TriangleDecision> HandleAsync(FunctionName function, Interval stretch, WaterlineAsked asked, Call call, RequestKey request, CancellationToken cancellation)
    {
        stretch.Require(ReportStrength.Longest);
        var now = clock.GetUtcNow();
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        if (await work.AnswerAgainAsync<TriangleDecision>(call, request, function.Value, now, cancellation) is { } answered) return answered;
        TriangleRules.StillHolds.Require(stretch.End > now);
        (await ledger.FunctionsAsync(cancellation)).Require(function.Code, function.Owner);
        var effects = LowerWaterline.EffectsOf(await WaterlineStore.LockAsync(work, function, stretch, cancellation), asked.Minimum);
        TriangleRules.Lowers.Require(effects.BelowWaterline.Count > 0, ("minimum", $"{asked.Minimum}"));
        var choice = DecisionChoice.Of(OptionKind.LowerWaterline) with { Lowered = new(function.Code, asked.Minimum) };
        var decision = TriangleDecision.Draft(function.Owner, new(choice, effects), stretch, asked.Reason, VotingRule.SeatsOf(function.Owner, null, []), new(call.Caller.Subject, now));
        await DecisionRow.KeepAsync(work, decision, cancellation);
        work.TrailOf(function.Owner).Audit(AuditLine.Of(call, decision.Name.Value, now, decision.Version) with { ReasonText = asked.Reason });
        await work.CommitAsync(function.Owner, request, decision, cancellation);
        return decision;
    }
}
