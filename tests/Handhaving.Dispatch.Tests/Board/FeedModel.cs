using Google.Protobuf;
using Handhaving.Dispatch.Board;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Feed;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Dispatch.Tests.Board;

/// <summary>The feed table as transactions see it: ids are given out at the first write, commits come in any order, and a snapshot knows who is still open.</summary>
internal sealed class FeedModel
{
    public static readonly TenantId Shown = new("0888"), Hidden = new("0965");
    private readonly SortedDictionary<ulong, List<FeedRow>> open = [];
    private readonly SortedDictionary<(ulong, long), FeedRow> committed = [];
    private ulong nextXid = 7; // near to where a digit is added
    private long nextId = 1;

    public void Begin() => open.Add(nextXid++, []);

    public void Write(int pick, bool hidden)
    {
        if (open.Count == 0) return;
        var (xid, rows) = open.ElementAt(pick % open.Count);
        var name = $"{xid}/{nextId}";
        var (kind, item) = ItemOf(name, pick);
        rows.Add(new(xid, nextId++, hidden ? Hidden : Shown, name, (short)kind, item.ToByteArray(), Given.Now));
    }

    public void End(int pick, bool commits)
    {
        if (open.Count == 0) return;
        var (xid, rows) = open.ElementAt(pick % open.Count);
        open.Remove(xid);
        foreach (var row in rows.Where(_ => commits)) committed.Add((row.Xid, row.Id), row);
    }

    // All that a board shows: incidents and loans that come, change and go, units that come, change and go.
    private static (BoardKind Kind, V1.BoardItem Item) ItemOf(string name, int pick) => (pick % 7) switch
    {
        0 => (BoardKind.Incident, new() { Incident = new() { Name = name, State = V1.IncidentState.Closed } }),
        1 => (BoardKind.Unit, new() { Unit = new() { Name = name } }),
        2 => (BoardKind.UnitStatus, new() { Unit = new() { Name = name } }),
        3 => (BoardKind.UnitOffDuty, new()),
        4 => (BoardKind.Loan, new() { Loan = new() { Name = name, State = V1.LoanState.Active } }),
        5 => (BoardKind.Loan, new() { Loan = new() { Name = name, State = V1.LoanState.Ended } }),
        _ => (BoardKind.Incident, new() { Incident = new() { Name = name } }),
    };

    /// <summary>Oldest transaction that is still open; what lies below it is whole.</summary>
    public ulong Xmin => open.Count > 0 ? open.Keys.First() : nextXid;

    /// <summary>As pg_current_snapshot() writes it.</summary>
    public string Snapshot => $"{Xmin}:{nextXid}:{string.Join(',', open.Keys)}";

    /// <summary>Names of the shown rows that a snapshot taken now holds.</summary>
    public IReadOnlySet<string> Visible => committed.Values.Where(row => row.Tenant == Shown).Select(row => row.Subject).ToHashSet();

    public IEnumerable<FeedRow> Between(FeedCursor after, FeedCursor upTo) =>
        committed.Values.Where(row => after.CompareTo(new(row.Xid, row.Id, "")) < 0 && upTo.CompareTo(new(row.Xid, row.Id, "")) >= 0).ToList();

    public IEnumerable<FeedRow> Whole(FeedCursor after) => Between(after, new(Xmin, 0, ""));
}
