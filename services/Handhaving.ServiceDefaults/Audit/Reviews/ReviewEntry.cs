using System.Globalization;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Handhaving.ServiceDefaults.Audit.Reviews;

/// <summary>Keeps that somebody judged a line of the audit log, and tells what was judged.</summary>
public sealed class ReviewEntry(DbContext db, TimeProvider clock)
{
    // Of one line by one person in 24 hours.
    private const int MostADay = 10;

    /// <exception cref="NotFound">The log has no such line.</exception>
    /// <exception cref="RuleBroken">REVIEW_NOT_DUE, REVIEW_OF_OWN_ACT, REVIEW_TOO_OFTEN.</exception>
    public async Task<EntryReview> HandleAsync(long sequence, string note, Call call, RequestKey request, CancellationToken cancellation)
    {
        var (name, said) = ($"{call.Owner.Name}/auditEntries/{sequence}", ("sequence", sequence.ToString(CultureInfo.InvariantCulture)));
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        if (await work.AnswerAgainAsync<EntryReview>(call, request, name, clock.GetUtcNow(), cancellation) is { } answered) return answered;
        var entry = (await AuditReader.ListAsync(work.Connection, call.Owner, sequence - 1, 1, cancellation)).SingleOrDefault(entry => entry.Sequence == sequence) ?? throw new NotFound(name);
        var line = AuditLine.FromJson(entry.Line);
        ReviewRules.Due.Require(line.Result is not "OK" || line.SetAside is { Count: > 0 }, said);
        ReviewRules.NotOwn.Require(line.ActorId != call.Caller.Subject, said);
        EntryReview judged = new(sequence, clock.GetUtcNow(), call.Caller.Subject, note);
        ReviewRules.NotTooOften.Require(await ReviewRows.CountSinceAsync(work.Connection, call.Owner, judged, judged.At.AddDays(-1), cancellation) < MostADay,
            said, ("most", MostADay.ToString(CultureInfo.InvariantCulture)));
        var review = await ReviewRows.AddAsync(work.Connection, call.Owner, judged, cancellation);
        work.TrailOf(call.Owner).Audit(AuditLine.Of(call, name, review.At) with { ReasonText = note });
        await work.CommitAsync(call.Owner, request, review, cancellation);
        return review;
    }

    /// <summary>Reviews of lines that are shown in this call, which is written down already.</summary>
    public async Task<IReadOnlyList<LineReviews>> OfAsync(IEnumerable<AuditEntry> shown, Call call, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        return await ReviewRows.OfAsync(work.Connection, call.Owner, [.. shown.Select(entry => entry.Sequence)], cancellation);
    }
}
