using Google.Protobuf;
using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Duties;
using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Loans;
using Handhaving.Dispatch.Units;

namespace Handhaving.Dispatch.Board;

/// <summary>What a row of the feed is about. The last three are for screens whose watcher may read restricted incidents: told by the kind, so that no body is read to keep it back.</summary>
public enum BoardKind : short { Incident = 1, Unit = 2, UnitOffDuty = 3, UnitStatus = 4, Canary = 5, Loan = 6, UnitCrew = 7, RestrictedIncident = 8, RestrictedJob = 9, RestrictedLoan = 10 }

/// <summary>Board items as bytes: encoded once, when they are written, and shared by every screen.</summary>
internal static class BoardWire
{
    public static byte[] Encode(Incident incident) => new V1.BoardItem { Incident = IncidentWire.ToWire(incident) }.ToByteArray();

    public static byte[] Encode(UnitView unit) => new V1.BoardItem { Unit = UnitWire.ToWire(unit) }.ToByteArray();

    public static byte[] Encode(Loan loan) => new V1.BoardItem { Loan = LoanWire.ToWire(loan) }.ToByteArray();

    /// <summary>What an act of a unit itself changes: all but where it is, which comes apart and more often.</summary>
    public static byte[] EncodeStatus(UnitView unit) => Encode(unit with { LastFix = null });

    /// <summary>Which job holds a unit, apart from that one does.</summary>
    public static byte[] EncodeJob(string unit, string assignment) => new V1.BoardItem { Unit = new() { Name = unit, Assignment = assignment } }.ToByteArray();

    /// <summary>What an act on an incident changes of a unit: only its availability and assignment.</summary>
    /// <param name="job">Name of the assignment that holds it; empty for none, or when that is told apart.</param>
    public static byte[] Encode(Assignment assignment, UnitAvailability availability, string job) => new V1.BoardItem
    {
        Unit = new()
        {
            Name = assignment.Unit.Value,
            Availability = (V1.UnitAvailability)availability,
            Assignment = job,
        },
    }.ToByteArray();
}
