using System.Globalization;
using Handhaving.Dispatch.V1;
using Handhaving.Faults.Tests.Platform;
using Handhaving.Faults.Tests.Screens;

namespace Handhaving.Faults.Tests.Books;

/// <summary>What every screen must have been told of some incidents, and of all units and loans: each of their changes once, in the order of commits.</summary>
internal sealed class BoardTruth
{
    private const int LongestList = 3;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);
    private readonly IReadOnlySet<string> incidents;
    private readonly ILookup<string, Change> byTeam;

    private BoardTruth(IReadOnlySet<string> incidents, ILookup<string, Change> byTeam) => (this.incidents, this.byTeam) = (incidents, byTeam);

    public static async Task<BoardTruth> ReadAsync(FaultPlatform platform, IReadOnlySet<string> incidents)
    {
        // Kinds 1 to 4 and 6: incident, unit, unit off duty, status of a unit, loan. The others are shown to nobody, or to nobody here.
        var rows = await platform.Database.RowsAsync("""
            select m.team, f.kind, f.subject, f.body, f.xid::text from feed f join municipality m on m.code = f.tenant
            where f.kind in (2, 3, 4, 6) or (f.kind = 1 and f.subject = any($1)) order by f.xid, f.id
            """, row => (Team: row.GetString(0), Change: new Change(TellingOf(row.GetInt16(1), row.GetString(2), row.GetFieldValue<byte[]>(3)), ulong.Parse(row.GetString(4), CultureInfo.InvariantCulture))), (object)incidents.ToArray());
        return new(incidents, rows.ToLookup(row => row.Team, row => row.Change));
    }

    /// <summary>Waits until the screens have caught up, then says what they were told too much, too little or out of order.</summary>
    public async Task<IReadOnlyList<string>> WrongAsync(IReadOnlyList<Screen> screens)
    {
        var wrong = await WrongBetweenSnapshotsAsync(screens);
        return [.. screens.Where(screen => screen.Resets != 1).Select(screen => $"{screen.Team}: {screen.Resets} snapshots, {screen.Drops} drops"), .. wrong];
    }

    /// <summary>The same for screens that may begin anew with a snapshot: between two of them nothing is missing, and nothing ever comes twice or too early.</summary>
    public async Task<IReadOnlyList<string>> WrongBetweenSnapshotsAsync(IReadOnlyList<Screen> screens)
    {
        await Eventually.HoldsAsync(LongestWait, () => Task.FromResult(screens.Count(IsBehind) is var behind and > 0 ? $"{behind} of {screens.Count} screens were not told the last change" : ""));
        return [.. screens.Select(Wrong).Where(wrong => wrong.Length > 0)];
    }

    // What a snapshot showed is not told again; all that came after it is.
    private bool IsBehind(Screen screen) => screen.Runs is not [.., var (shown, told)] || told.Count(Counts) < byTeam[screen.Team].Count(change => !shown.Holds(change.Xid));

    private string Wrong(Screen screen)
    {
        var truth = byTeam[screen.Team].ToList();
        foreach (var (run, (shown, all)) in screen.Runs.Index())
        {
            var told = all.Where(Counts).ToList();
            var expected = truth.Where(change => !shown.Holds(change.Xid)).Select(change => change.Telling).Take(run == screen.Runs.Count - 1 ? truth.Count : told.Count).ToList();
            if (told.SequenceEqual(expected)) continue;
            var same = told.Zip(expected).TakeWhile(pair => pair.First == pair.Second).Count();
            return $"{screen.Team}: {same} changes after snapshot {run + 1} of {screen.Runs.Count} told {told.ElementAtOrDefault(same)} where {expected.ElementAtOrDefault(same)} came next; missing: {List(expected, told)}; too many: {List(told, expected)}";
        }
        return "";
    }

    // Of incidents only those that are asked about; of units and loans all.
    private bool Counts(Telling telling) => !telling.Subject.Contains("/incidents/", StringComparison.Ordinal) || incidents.Contains(telling.Subject);

    private static Telling TellingOf(short kind, string subject, byte[] body)
    {
        if (kind is 3) return new(subject, "", IsGone: true);
        var item = BoardItem.Parser.ParseFrom(body);
        return item.ItemCase switch
        {
            BoardItem.ItemOneofCase.Unit => Telling.Of(item.Unit),
            BoardItem.ItemOneofCase.Loan => new(subject, item.Loan.Etag, item.Loan.State is not LoanState.Active),
            _ => new(subject, item.Incident.Etag, item.Incident.State is IncidentState.Closed or IncidentState.Cancelled or IncidentState.Scheduled),
        };
    }

    private static string List(IReadOnlyList<Telling> some, IReadOnlyList<Telling> others)
    {
        List<Telling> rest = [.. some];
        foreach (var other in others) rest.Remove(other);
        return $"{rest.Count} ({string.Join(", ", rest.Take(LongestList))})";
    }

    private readonly record struct Change(Telling Telling, ulong Xid);
}
