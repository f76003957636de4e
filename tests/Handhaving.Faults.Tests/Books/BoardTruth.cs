using System.Globalization;
using Handhaving.Dispatch.V1;
using Handhaving.Faults.Tests.Platform;
using Handhaving.Faults.Tests.Screens;

namespace Handhaving.Faults.Tests.Books;

/// <summary>What every screen must have been told of some incidents: each of their changes once, in the order of commits.</summary>
internal sealed class BoardTruth
{
    private const int LongestList = 3;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);
    private readonly IReadOnlySet<string> incidents;
    private readonly ILookup<string, Telling> byTeam;
    private readonly IReadOnlyDictionary<Telling, ulong> xids;

    private BoardTruth(IReadOnlySet<string> incidents, ILookup<string, Telling> byTeam, IReadOnlyDictionary<Telling, ulong> xids) => (this.incidents, this.byTeam, this.xids) = (incidents, byTeam, xids);

    public static async Task<BoardTruth> ReadAsync(FaultPlatform platform, IReadOnlySet<string> incidents)
    {
        // A screen opened before the incidents were reported: its snapshot holds none of them.
        var rows = await platform.Database.RowsAsync("""
            select m.team, f.body, f.xid::text from feed f join municipality m on m.code = f.tenant where f.kind = 1 and f.subject = any($1) order by f.xid, f.id
            """, row => (Team: row.GetString(0), Told: TellingOf(BoardItem.Parser.ParseFrom(row.GetFieldValue<byte[]>(1)).Incident), Xid: ulong.Parse(row.GetString(2), CultureInfo.InvariantCulture)), (object)incidents.ToArray());
        return new(incidents, rows.ToLookup(row => row.Team, row => row.Told), rows.ToDictionary(row => row.Told, row => row.Xid));
    }

    /// <summary>Waits until the screens have caught up, then says what they were told too much, too little or out of order.</summary>
    public async Task<IReadOnlyList<string>> WrongAsync(IReadOnlyList<Screen> screens)
    {
        await CaughtUpAsync(screens);
        return [.. screens.Select(Wrong).Where(wrong => wrong.Length > 0)];
    }

    /// <summary>The same for screens that may begin anew with a snapshot: between two of them nothing is missing, and nothing ever comes twice or too early.</summary>
    public async Task<IReadOnlyList<string>> WrongBetweenSnapshotsAsync(IReadOnlyList<Screen> screens)
    {
        await CaughtUpAsync(screens);
        return [.. screens.Select(WrongBetweenSnapshots).Where(wrong => wrong.Length > 0)];
    }

    private async Task CaughtUpAsync(IReadOnlyList<Screen> screens)
    {
        await Eventually.HoldsAsync(LongestWait, () => Task.FromResult(screens.Count(IsBehind) is var behind and > 0 ? $"{behind} of {screens.Count} screens were not told the last change" : ""));
    }

    // A screen that began anew after the last change has it in its snapshot.
    private bool IsBehind(Screen screen) =>
        byTeam[screen.Team].ToList() is [.., var last] && !screen.Told.Contains(last) && !(screen.Runs is [.., var (shown, _)] && shown.Holds(xids[last]));

    // What a snapshot showed is not told again; all that came after it is, in order, until the next one.
    private string WrongBetweenSnapshots(Screen screen)
    {
        var truth = byTeam[screen.Team].ToList();
        foreach (var (run, (shown, all)) in screen.Runs.Index())
        {
            var told = all.Where(telling => incidents.Contains(telling.Incident)).ToList();
            var expected = truth.Where(telling => !shown.Holds(xids[telling])).Take(run == screen.Runs.Count - 1 ? truth.Count : told.Count).ToList();
            if (told.SequenceEqual(expected)) continue;
            var same = told.Zip(expected).TakeWhile(pair => pair.First == pair.Second).Count();
            return $"{screen.Team}: {same} changes after snapshot {run + 1} of {screen.Runs.Count} told {told.ElementAtOrDefault(same)} where {expected.ElementAtOrDefault(same)} came next; {expected.Except(told).Count()} missing, {told.Except(expected).Count()} too many";
        }
        return "";
    }

    private string Wrong(Screen screen)
    {
        var told = screen.Told.Where(telling => incidents.Contains(telling.Incident)).ToList();
        var truth = byTeam[screen.Team].ToList();
        if (screen.Resets != 1) return $"{screen.Team}: {screen.Resets} snapshots, {screen.Drops} drops";
        if (told.SequenceEqual(truth)) return "";
        var repeated = told.CountBy(telling => telling).Where(pair => pair.Value > 1).Select(pair => pair.Key).ToList();
        var missing = truth.Except(told).ToList();
        return $"{screen.Team}: {told.Count} told of {truth.Count}; {repeated.Count} repeated ({List(repeated)}), {missing.Count} missing (from place {truth.IndexOf(missing.FirstOrDefault())} to {truth.IndexOf(missing.LastOrDefault())}: {List(missing)})";
    }

    private static Telling TellingOf(Incident incident) => new(incident.Name, incident.Etag);

    private static string List(IReadOnlyList<Telling> tellings) => string.Join(", ", tellings.Take(LongestList));
}
