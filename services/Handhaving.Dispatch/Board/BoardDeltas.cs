using Google.Protobuf.WellKnownTypes;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Feed;

namespace Handhaving.Dispatch.Board;

/// <summary>A row of the feed as a change on the board; null for what no screen shows.</summary>
internal static class BoardDeltas
{
    private static readonly FieldMask WholeUnit = new()
    {
        Paths = { V1.Unit.Descriptor.Fields.InDeclarationOrder().Select(field => field.Name).Where(name => name is not "name" and not "last_fix").Select(name => $"unit.{name}") },
    };

    public static V1.BoardDelta? Of(FeedRow row) => (BoardKind)row.Kind switch
    {
        BoardKind.UnitOffDuty => new() { Removed = row.Subject, RemovalReason = V1.RemovalReason.OffDuty },
        BoardKind.Unit => new() { Item = V1.BoardItem.Parser.ParseFrom(row.Body) },
        BoardKind.UnitStatus => OfStatus(V1.BoardItem.Parser.ParseFrom(row.Body)),
        BoardKind.RestrictedJob => new() { Item = V1.BoardItem.Parser.ParseFrom(row.Body), UpdateMask = new() { Paths = { "unit.assignment" } } },
        BoardKind.Incident or BoardKind.RestrictedIncident => OfIncident(row),
        BoardKind.Loan or BoardKind.RestrictedLoan => OfLoan(row),
        _ => null, // a canary, a crew member with other powers, or what a later version that runs beside this one wrote for its own screens
    };

    // An act on an incident knows only what it changes; an act of the unit itself knows the whole unit but its position.
    private static V1.BoardDelta OfStatus(V1.BoardItem item) =>
        new() { Item = item, UpdateMask = item.Unit.CallSign.Length > 0 ? WholeUnit.Clone() : new() { Paths = { "unit.availability", "unit.assignment" } } };

    // A loan that is over leaves the board; the item still says how it ended.
    private static V1.BoardDelta OfLoan(FeedRow row)
    {
        var item = V1.BoardItem.Parser.ParseFrom(row.Body);
        return item.Loan.State is V1.LoanState.Active ? new() { Item = item } : new() { Item = item, Removed = row.Subject, RemovalReason = V1.RemovalReason.LoanOver };
    }

    private static V1.BoardDelta OfIncident(FeedRow row)
    {
        var item = V1.BoardItem.Parser.ParseFrom(row.Body);
        V1.RemovalReason? gone = item.Incident.State switch
        {
            V1.IncidentState.Closed => V1.RemovalReason.Closed,
            V1.IncidentState.Cancelled => V1.RemovalReason.Cancelled,
            V1.IncidentState.Scheduled => V1.RemovalReason.Scheduled,
            _ => null,
        };
        return gone is { } reason ? new() { Item = item, Removed = row.Subject, RemovalReason = reason } : new() { Item = item };
    }
}
