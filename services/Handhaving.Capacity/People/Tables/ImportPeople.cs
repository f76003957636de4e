using Google.Rpc;
using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.Data;
using Handhaving.Capacity.People.Keeping;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Audit;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Capacity.People.Tables;

/// <summary>A file, and whether it is to be kept or only judged.</summary>
public sealed record FileAsked(PeopleTable Table, string Csv, bool ValidateOnly);

/// <summary>What becomes of a row; why, when it is refused.</summary>
public sealed record ImportedRow(int Line, RowOutcome Outcome, string Reason = "", string English = "", string Dutch = "");

/// <summary>What became of a file.</summary>
public sealed record FileImported(bool Imported, IReadOnlyList<ImportedRow> Rows, IReadOnlyList<Shortage> Shortages);

/// <summary>Takes all rows of a file or none, and says of each what becomes of it.</summary>
public sealed class ImportPeople(CapacityDb db, PeopleBook people, PeopleStore store, TimeProvider clock)
{
    private const int MostRows = 5000; // each has its sentence in the answer

    public async Task<FileImported> HandleAsync(FileAsked asked, Call call, RequestKey request, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var rows = RowsOf(asked);
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        await PeopleStore.LockAsync(work, call.Owner, cancellation);
        if (await work.AnswerAgainAsync<FileImported>(call, request, call.Owner.Name, now, cancellation) is { } answered) return answered;
        var act = new PeopleAct(call.Caller.Subject, now);
        var draft = new PeopleDraft(await people.KnownAsync(call.Owner, cancellation), await people.OfAsync(call.Owner, cancellation), act, () => Guid.CreateVersion7(now));
        List<ImportedRow> judged = [.. rows.Select(row => Judge(row, asked.Table, draft))];
        var isTaken = !asked.ValidateOnly && judged.All(row => row.Outcome is not RowOutcome.Refused);
        var changes = isTaken ? draft.Changes : [];
        var answer = new FileImported(isTaken, judged, await store.KeepAsync(work, call.Owner, changes, act, cancellation));
        work.TrailOf(call.Owner).Audit(AuditLine.Of(call, call.Owner, [.. changes.Select(change => change.After.Name.Value)], now));
        await work.CommitAsync(call.Owner, request, answer, cancellation);
        return answer;
    }

    private static IReadOnlyList<TableRow> RowsOf(FileAsked asked)
    {
        var rows = CsvTable.Read(asked.Csv);
        List<string> columns = [.. (rows.Count > 0 ? rows[0].Fields : []).Select(column => column.Trim().ToLowerInvariant())];
        foreach (var column in asked.Table.Columns) TableRules.Column.Require(columns.Count(name => name == column) == 1, ("column", column));
        TableRules.NotTooLong.Require(rows.Count - 1 <= MostRows, ("count", $"{rows.Count - 1}"), ("most", $"{MostRows}"));
        return [.. rows.Skip(1).Select(row => new TableRow(columns, row))];
    }

    private static ImportedRow Judge(TableRow row, PeopleTable table, PeopleDraft draft)
    {
        try
        {
            return new(row.Line, table.Apply(row.RequireWhole(), draft));
        }
        catch (RuleBroken broken) // the refusal of a row is what the report is made of
        {
            var status = ErrorTable.For(broken);
            return new(row.Line, RowOutcome.Refused, broken.Rule.Reason, status.Message, status.GetDetail<LocalizedMessage>()?.Message ?? "");
        }
    }
}
