using Handhaving.Events.Dispatch;

namespace Handhaving.Contracts.Tests.Facts;

/// <summary>One value of each fact, with every field set.</summary>
internal static class Samples
{
    private const string Owner = "0888";
    private const string Incident = "municipalities/0888/incidents/0199c2f0-5b1e-7a44-8f3a-2d9c1f6e7b10";
    private const string Assignment = Incident + "/assignments/0199c2f1-9d02-7c15-b6aa-51e0c9d4a3f7";
    private const string Unit = "municipalities/0888/units/beek-1";
    private static readonly DateTimeOffset At = new(2026, 3, 2, 9, 15, 30, 250, TimeSpan.Zero);

    public static IReadOnlyList<object> All { get; } =
    [
        new IncidentReceived(Incident, Owner, 1, At, "2026-000017", "parking", 3, "Phone", At.AddMinutes(-3)),
        new DispositionRecorded(Incident, Owner, 6, At, "warning"),
        new IncidentHandled(Incident, Owner, 7, At, "warning"),
        new IncidentReturned(Incident, Owner, 4, At),
        new IncidentClosed(Incident, Owner, 8, At),
        new AssignmentOffered(Assignment, Incident, Owner, Unit, 2, At, At.AddSeconds(90)),
        new AssignmentAccepted(Assignment, Incident, Owner, Unit, 3, At),
        new AssignmentDeclined(Assignment, Incident, Owner, Unit, 3, At),
        new AssignmentExpired(Assignment, Incident, Owner, Unit, 3, At),
        new AssignmentEnRoute(Assignment, Incident, Owner, Unit, 4, At),
        new AssignmentOnScene(Assignment, Incident, Owner, Unit, 5, At),
        new AssignmentCleared(Assignment, Incident, Owner, Unit, 6, At, "warning"),
        new AssignmentWithdrawn(Assignment, Incident, Owner, Unit, 4, At),
        new UnitSignedOn(Unit, Owner, 11, At, ["boa-0888-01", "boa-0888-02"]),
        new UnitSignedOff(Unit, Owner, 12, At),
        new CanarySent(Incident, Owner, 1, At),
    ];
}
