using Handhaving.Capacity.Data;
using Handhaving.Capacity.Ledger;
using Handhaving.Capacity.People;
using Handhaving.Capacity.People.Keeping;
using Handhaving.Capacity.People.Tables;
using Handhaving.Capacity.Rosters.Deployments;
using Handhaving.Capacity.Rosters.Judging;
using Handhaving.Capacity.Rosters.Keeping;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Audit;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Capacity.Rosters.Tables;

/// <summary>A file of shifts for a draft, and whether it is to be kept or only judged.</summary>
public sealed record ShiftFile(DutyRosterName Roster, string Etag, string Csv, bool ValidateOnly);

/// <summary>What became of a file of shifts.</summary>
public sealed record ShiftsImported(bool Imported, IReadOnlyList<ImportedRow> Rows);

/// <summary>Adds all shifts of a file to a draft or none, and says of each row what becomes of it: what breaks the law beside what is there and the rows before it is refused.</summary>
public sealed class ImportShifts(CapacityDb db, RosterBook rosters, LedgerQueries ledger, DeploymentBook deployments, TimeProvider clock)
{
    public async Task<ShiftsImported> HandleAsync(ShiftFile file, Call call, RequestKey request, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var rows = TableFile.Read(file.Csv, ShiftTable.Columns, DutyRoster.MostShifts);
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        await PeopleStore.LockAsync(work, file.Roster.Owner, cancellation);
        if (await work.AnswerAgainAsync<ShiftsImported>(call, request, file.Roster.Value, now, cancellation) is { } answered) return answered;
        var draft = await rosters.GetAsync(file.Roster, cancellation);
        draft.RequireSeen(file.Etag);
        DutyRosterRules.IsDraft.Require(draft.State is RosterState.Draft);
        var known = new FileKnown(await rosters.KnownAsync(work, draft, cancellation), await ledger.FunctionsAsync(cancellation), await deployments.OfAsync(work, draft, cancellation));
        var filling = new Filling(draft, known, new(call.Caller.Subject, now));
        List<ImportedRow> judged = [.. rows.Select(row => TableFile.Judge(row, one => filling.Add(one, cancellation)))];
        var isTaken = !file.ValidateOnly && judged.TrueForAll(row => row.Outcome is not RowOutcome.Refused);
        if (isTaken) await RosterStore.KeepAsync(work, filling.Roster with { Version = draft.Version + 1 }, cancellation);
        var answer = new ShiftsImported(isTaken, judged);
        work.TrailOf(file.Roster.Owner).Audit(AuditLine.Of(call, file.Roster.Value, now));
        await work.CommitAsync(call.Owner, request, answer, cancellation);
        return answer;
    }

    private sealed record FileKnown(KnownDuties Duties, StaffFunctions Functions, KnownPromises Promises);

    private sealed class Filling(DutyRoster draft, FileKnown known, PeopleAct act)
    {
        private readonly Dictionary<OfficerName, int> stood = [];

        public DutyRoster Roster { get; private set; } = draft;

        public RowOutcome Add(TableRow row, CancellationToken cancellation)
        {
            cancellation.ThrowIfCancellationRequested();
            var shift = ShiftTable.ShiftOf(row, Roster.Name.Owner);
            DutyRosterRules.KnownOfficer.Require(known.Duties.Officers.ContainsKey(shift.Officer), ("officer", shift.Officer.Value), ("owner", Roster.Name.Owner.Name));
            known.Functions.Require(shift.Function, Roster.Name.Owner);
            if (Roster.Shifts.Any(other => shift.SaysTheSameAs(other) && shift.Deployment == other.Deployment)) return RowOutcome.Unchanged;
            var after = Roster.Change(new([shift], []), act);
            DeploymentJudge.Require(after, [shift], known.Promises);
            if (!stood.TryGetValue(shift.Officer, out var before)) before = Breaches(Roster, shift).Count;
            var breaches = Breaches(after, shift);
            if (breaches.Count > before) RosterLaw.Require(breaches);
            (Roster, stood[shift.Officer]) = (after, breaches.Count);
            return RowOutcome.Added;
        }

        private List<RosterFinding> Breaches(DutyRoster roster, PlannedShift about) =>
            [.. RosterLaw.Findings(roster with { Shifts = [.. roster.Shifts.Where(shift => shift.Officer == about.Officer)] }, known.Duties).Where(finding => finding.IsBreach)];
    }
}
