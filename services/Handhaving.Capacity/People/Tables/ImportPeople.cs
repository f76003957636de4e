using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.Data;
using Handhaving.Capacity.People.Keeping;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Audit;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Capacity.People.Tables;

/// <summary>A file, and whether it is to be kept or only judged.</summary>
public sealed record FileAsked(PeopleTable Table, string Csv, bool ValidateOnly);

/// <summary>What became of a file.</summary>
public sealed record FileImported(bool Imported, IReadOnlyList<ImportedRow> Rows, IReadOnlyList<Shortage> Shortages);

/// <summary>Takes all rows of a file or none, and says of each what becomes of it.</summary>
public sealed class ImportPeople(CapacityDb db, PeopleBook people, PeopleStore store, TimeProvider clock)
{
    private const int MostRows = 5000; // each has its sentence in the answer

    public async Task<FileImported> HandleAsync(FileAsked asked, Call call, RequestKey request, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var rows = TableFile.Read(asked.Csv, asked.Table.Columns, MostRows);
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        await PeopleStore.LockAsync(work, call.Owner, cancellation);
        if (await work.AnswerAgainAsync<FileImported>(call, request, call.Owner.Name, now, cancellation) is { } answered) return answered;
        var act = new PeopleAct(call.Caller.Subject, now);
        var draft = new PeopleDraft(await people.KnownAsync(call.Owner, cancellation), await people.OfAsync(call.Owner, cancellation), act, () => Guid.CreateVersion7(now));
        List<ImportedRow> judged = [.. rows.Select(row => TableFile.Judge(row, whole => asked.Table.Apply(whole, draft)))];
        var isTaken = !asked.ValidateOnly && judged.All(row => row.Outcome is not RowOutcome.Refused);
        var changes = isTaken ? draft.Changes : [];
        var answer = new FileImported(isTaken, judged, await store.KeepAsync(work, call.Owner, changes, act, cancellation));
        work.TrailOf(call.Owner).Audit(AuditLine.Of(call, call.Owner, [.. changes.Select(change => change.After.Name.Value)], now));
        await work.CommitAsync(call.Owner, request, answer, cancellation);
        return answer;
    }
}
