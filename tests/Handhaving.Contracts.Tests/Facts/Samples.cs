using Handhaving.Events.Capacity;
using Handhaving.Events.Dispatch;

namespace Handhaving.Contracts.Tests.Facts;

/// <summary>One value of each fact, with every field set.</summary>
internal static class Samples
{
    private const string Owner = "0888";
    private const string District = "WK088801";
    private const string Incident = "municipalities/0888/incidents/0199c2f0-5b1e-7a44-8f3a-2d9c1f6e7b10";
    private const string OtherIncident = "municipalities/0971/incidents/0199c2f0-5b1e-7a44-8f3a-2d9c1f6e7b11";
    private const string Assignment = Incident + "/assignments/0199c2f1-9d02-7c15-b6aa-51e0c9d4a3f7";
    private const string Unit = "municipalities/0888/units/beek-1";
    private const string LentUnit = "municipalities/0882/units/lan-1";
    private const string Loan = "municipalities/0882/loans/0199c2f1-9d02-7c15-b6aa-51e0c9d4a3f7";
    private const string Reservation = "municipalities/0888/reservations/0199c2f1-9d02-7c15-b6aa-51e0c9d4a3f8";
    private const string Officer = "municipalities/0888/officers/officer-0888-01";
    private const string Conflict = "teams/westelijke-mijnstreek/conflicts/0199c2f1-9d02-7c15-b6aa-51e0c9d4a3f9";
    private const string Decision = "teams/westelijke-mijnstreek/decisions/0199c2f1-9d02-7c15-b6aa-51e0c9d4a3fa";
    private const string Roster = "municipalities/0888/rosters/0199c2f1-9d02-7c15-b6aa-51e0c9d4a3fb";
    private const string FormerRoster = "municipalities/0888/rosters/0199c2f1-9d02-7c15-b6aa-51e0c9d4a3fc";
    private static readonly DateTimeOffset At = new(2026, 3, 2, 9, 15, 30, 250, TimeSpan.Zero);

    public static IReadOnlyList<object> All { get; } =
    [
        new IncidentReceived(Incident, Owner, 1, At, "2026-000017", "parking", 3, "Phone", At.AddMinutes(-3)) { Area = District },
        new DispositionRecorded(Incident, Owner, 6, At, "warning"),
        new IncidentHandled(Incident, Owner, 7, At, "warning"),
        new IncidentReturned(Incident, Owner, 4, At),
        new IncidentClosed(Incident, Owner, 8, At),
        new AssignmentOffered(Assignment, Incident, Owner, Unit, 2, At, At.AddSeconds(90)) { SetAside = ["CREW_TOO_SMALL"] },
        new AssignmentAccepted(Assignment, Incident, Owner, Unit, 3, At) { ReportedBy = "Desk" },
        new AssignmentDeclined(Assignment, Incident, Owner, Unit, 3, At) { ReportedBy = "Unit" },
        new AssignmentShown(Assignment, Incident, Owner, Unit, 3, At) { ReportedBy = "Unit" },
        new AssignmentExpired(Assignment, Incident, Owner, Unit, 3, At),
        new AssignmentEnRoute(Assignment, Incident, Owner, Unit, 4, At) { ReportedBy = "Unit" },
        new AssignmentOnScene(Assignment, Incident, Owner, Unit, 5, At) { ReportedBy = "Unit" },
        new AssignmentTransporting(Assignment, Incident, Owner, Unit, 6, At) { ReportedBy = "Desk" },
        new AssignmentCleared(Assignment, Incident, Owner, Unit, 6, At, "warning") { ReportedBy = "Unit" },
        new AssignmentWithdrawn(Assignment, Incident, Owner, Unit, 4, At),
        new AssignmentFailed(Assignment, Incident, Owner, Unit, 4, At) { ReportedBy = "Desk" },
        new AssignmentLeadLost(Assignment, Incident, Owner, Unit, 7, At),
        new AssignmentRoleChanged(Assignment, Incident, Owner, Unit, 7, At, "Primary", "Backup"),
        new AssignmentPreempted(Assignment, Incident, Owner, Unit, 4, At, OtherIncident),
        new IncidentClassified(Incident, Owner, 2, At, "parking.nuisance", 3) { Area = District },
        new IncidentReprioritised(Incident, Owner, 2, At, 3, 1),
        new IncidentMoved(Incident, Owner, 2, At) { Area = District },
        new NotePosted(Incident, Owner, 2, At),
        new IncidentHeld(Incident, Owner, 2, At, "Schedule", At.AddDays(1)),
        new IncidentReleased(Incident, Owner, 3, At),
        new ReporterAsked(Incident, Owner, 2, At, At.AddHours(1)),
        new ReporterAnswered(Incident, Owner, 3, At),
        new IncidentCancelled(Incident, Owner, 2, At),
        new IncidentReopened(Incident, Owner, 9, At, "parking.nuisance", 2),
        new UnitSignedOn(Unit, Owner, 11, At, ["boa-0888-01", "boa-0888-02"]),
        new UnitSignedOff(Unit, Owner, 12, At),
        new UnitActivityChanged(Unit, Owner, 12, At, "Break"),
        new UnitDutyExtended(Unit, Owner, 13, At, At.AddHours(2)),
        new UnitSpeechRequested(Unit, Owner, 13, At, "SpeechUrgent"),
        new UnitSpeechAnswered(Unit, Owner, 14, At),
        new LoanStarted(Loan, Assignment, "0882", LentUnit, Owner, "westelijke-mijnstreek", 1, At, 1, true),
        new LoanRefused(Loan, Assignment, "0882", LentUnit, Owner, 2, At),
        new LoanEnded(Loan, Assignment, "0882", LentUnit, Owner, 2, At),
        new PresenceCounted(Owner, "WK088801", At, 45, 15, 1, At.AddHours(1)),
        new CanarySent(Incident, Owner, 1, At),
        new ReservationHeld(Reservation, Owner, "evenement-2026-0042", 1, At.AddDays(7), 0, 1, At),
        new ReservationConfirmed(Reservation, Owner, "evenement-2026-0042", 1, 2, At),
        new ReservationRejected(Reservation, Owner, "evenement-2026-0042", 2, 1, At),
        new ReservationExpired(Reservation, Owner, "evenement-2026-0042", 1, 2, At),
        new ReservationReleased(Reservation, Owner, "evenement-2026-0042", 1, 3, At),
        new OfficerChanged(Officer, Owner, "officer-0888-01", [new("PublicSpace", ["0888", "0971"], new(2024, 12, 1), new(2029, 11, 30))], 3, At),
        new LoanWithdrawn(Officer, "0971", At, At.AddHours(8), 4, At),
        new CompetenceExpiring(Officer, Owner, "PublicSpace", new(2026, 8, 1), 152, 1, 1, At),
        new ReservationAwaitsDecision(Reservation, Owner, "evenement-2026-0042", 1, At.AddDays(7), 1, At),
        new ReservationPartlyConfirmed(Reservation, Owner, "evenement-2026-0042", 1, Decision, 2, At),
        new ReservationDisplaced(Reservation, Owner, "evenement-2026-0042", 1, Decision, 3, At),
        new ConflictRaised(Conflict, Owner, Reservation, 2, At),
        new TriangleDecided(Decision, Conflict, Owner, "Approve", 2, At),
        new CapacityDropped("westelijke-mijnstreek", "noodhulp", At, At.AddHours(4), 2, 1, At),
        new PrioritiesHeld("teams/westelijke-mijnstreek/priorityProfiles/2", "westelijke-mijnstreek", 2, new(2027, 1, 1), new(2030, 12, 31), [new("ondermijning", "Ondermijning", 25, ["drugs"], ["1883"])], 6, At),
        new PatrolZoneSet("municipalities/0888/patrolZones/makado", Owner, "Makado", "ondermijning", [new(50.94, 5.79), new(50.94, 5.80), new(50.95, 5.80)], At, At.AddDays(30), [new([5, 6], 1260, 240)], 2, At),
        new RosterPublished(Roster, Owner, At, At.AddDays(28), [new(Unit, Officer, At, At.AddHours(8))], FormerRoster, 3, At),
        new RosterChanged(Roster, Owner, At, At.AddDays(28), [new(Unit, Officer, At.AddHours(1), At.AddHours(9))], 4, At),
        new RestShort(Roster + "/shifts/0199c2f1-9d02-7c15-b6aa-51e0c9d4a3fd", Owner, Officer, At, At.AddHours(3), 1, At),
        new WaterlineChanged("westelijke-mijnstreek", "noodhulp", At, At.AddHours(4), 3, "teams/westelijke-mijnstreek/decisions/0199c2f1-9d02-7c15-b6aa-51e0c9d4a3f8", 1, At),
    ];
}
