using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.Data;
using Handhaving.Capacity.Ledger.Keeping;
using Handhaving.Capacity.People;
using Handhaving.Capacity.People.Keeping;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Audit;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Capacity.Ledger;

/// <summary>What a report of strength did: people that can be rostered, and where more is promised than there is since.</summary>
public sealed record StrengthReported(int Plannable, IReadOnlyList<Shortage> Shortages);

/// <summary>Gives blocks the strength that somebody reports. What is promised stays promised; where strength drops below it, that is told.</summary>
public sealed class ReportStrength(CapacityDb db, LedgerQueries ledger, PeopleBook people, StrengthStore strengths, TimeProvider clock)
{
    /// <summary>A quarter of a year and a day.</summary>
    internal static readonly TimeSpan Longest = TimeSpan.FromDays(92);

    public async Task<StrengthReported> HandleAsync(FunctionName function, Interval interval, Strength strength, Call call, RequestKey request, CancellationToken cancellation)
    {
        interval.Require(Longest);
        strength.Require();
        var now = clock.GetUtcNow();
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        if (await work.AnswerAgainAsync<StrengthReported>(call, request, function.Value, now, cancellation) is { } answered) return answered;
        (await ledger.FunctionsAsync(cancellation)).Require(function.Code, function.Owner);
        PeopleRules.Reported.Require((await people.PostsAsync(function.Owner, cancellation)).All(posts => posts.Function != function), ("function", function.Code), ("owner", function.Owner.Name));
        var report = new StrengthRow
        {
            Tenant = function.Owner.Value, Id = Guid.CreateVersion7(now), Function = function.Code, StartsAt = interval.Start, EndsAt = interval.End,
            Established = strength.Established, Losses = StrengthRow.LossesOf(strength), ReportedBy = call.Caller.Subject, ReportedAt = now,
        };
        var reported = new StrengthReported(strength.Plannable, await strengths.KeepAsync(work, [new(report, [.. interval.Blocks()])], cancellation));
        work.TrailOf(call.Owner).Audit(AuditLine.Of(call, function.Value, now));
        await work.CommitAsync(call.Owner, request, reported, cancellation);
        return reported;
    }
}
