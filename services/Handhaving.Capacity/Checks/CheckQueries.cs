using Handhaving.Capacity.Data;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Paging;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Handhaving.Capacity.Checks;

/// <summary>Reads joint checks, and of what was found there the own findings.</summary>
public sealed class CheckQueries(CapacityDb db, TimeProvider clock)
{
    /// <param name="awaiting">Only those that come and wait for an answer of the organisation.</param>
    /// <returns>Those that the organisation takes part in, newest first; the token of the next page is the last id.</returns>
    public async Task<Page<JointCheck>> ListAsync(bool awaiting, PageRequest page, Call call, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        var rows = db.Checks.AsNoTracking().Where(row => row.Participants.Contains(call.Owner.Value));
        if (awaiting) rows = rows.Where(row => row.Tenant != call.Owner.Value && row.StartsAt > now && !db.CheckAnswers.Any(answer => answer.JointCheck == row.Id && answer.Tenant == call.Owner.Value));
        if (page.AfterId is { } after) rows = rows.Where(row => row.Id.CompareTo(after) < 0);
        var found = await rows.OrderByDescending(row => row.Id).Take(page.Size + 1).ToListAsync(cancellation);
        var fitting = found.Take(page.Size).ThatFit(row => row.Body.Length).ToList();
        var shown = await WithAnswersAsync(fitting, cancellation);
        work.Consulted(call, shown.Select(check => (call.Owner, check.Name.Value)), now);
        await work.CommitAsync(cancellation);
        return new([.. shown.Where(check => !awaiting || check.Cancelled is null)], found.Count > fitting.Count ? page.TokenAfter(fitting[^1].Id.ToString()) : "");
    }

    /// <returns>The organisation's own findings, oldest first.</returns>
    /// <exception cref="NotFound">No check in which it takes part.</exception>
    public async Task<Page<CheckFinding>> ListFindingsAsync(CheckName name, PageRequest page, Call call, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        await FindAsync(name, call.Owner, cancellation);
        var rows = db.CheckFindings.AsNoTracking().Where(row => row.JointCheck == name.Id && row.Tenant == call.Owner.Value);
        if (page.AfterId is { } after) rows = rows.Where(row => row.Id.CompareTo(after) > 0);
        var found = await rows.OrderBy(row => row.Id).Take(page.Size + 1).ToListAsync(cancellation);
        var shown = found.Take(page.Size).ThatFit(row => row.Text.Length).ToList();
        work.Consulted(call, [(call.Owner, name.Value)], clock.GetUtcNow());
        await work.CommitAsync(cancellation);
        return new([.. shown.Select(row => ToFinding(row, name))], found.Count > shown.Count ? page.TokenAfter(shown[^1].Id.ToString()) : "");
    }

    /// <summary>Asked within the transaction of an act.</summary>
    /// <exception cref="NotFound">No check in which the organisation takes part.</exception>
    public async Task<JointCheck> FindAsync(CheckName name, TenantId participant, CancellationToken cancellation)
    {
        var row = await db.Checks.AsNoTracking().SingleOrDefaultAsync(row => row.Tenant == name.Owner.Value && row.Id == name.Id && row.Participants.Contains(participant.Value), cancellation) ?? throw new NotFound(name.Value);
        return (await WithAnswersAsync([row], cancellation))[0];
    }

    internal static CheckFinding ToFinding(CheckFindingRow row, CheckName check) => new($"{new TenantId(row.Tenant).Name}/checkFindings/{row.Id}", check.Value, row.Text, row.FiledBy, row.FiledAt);

    private async Task<List<JointCheck>> WithAnswersAsync(IReadOnlyList<CheckRow> rows, CancellationToken cancellation)
    {
        Guid[] ids = [.. rows.Select(row => row.Id)];
        var answers = await db.CheckAnswers.AsNoTracking().Where(answer => ids.Contains(answer.JointCheck)).ToListAsync(cancellation);
        return [.. rows.Select(row => row.ToCheck(answers))];
    }
}
