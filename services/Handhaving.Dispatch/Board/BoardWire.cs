using Google.Protobuf;
using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Units;

namespace Handhaving.Dispatch.Board;

/// <summary>What a row of the feed is about.</summary>
public enum BoardKind : short { Incident = 1, Unit = 2, UnitOffDuty = 3, UnitStatus = 4, Canary = 5 }

/// <summary>Board items as bytes: encoded once, when they are written, and shared by every screen.</summary>
internal static class BoardWire
{
    public static byte[] Encode(Incident incident) => new V1.BoardItem { Incident = IncidentWire.ToWire(incident) }.ToByteArray();

    public static byte[] Encode(UnitView unit) => new V1.BoardItem { Unit = UnitWire.ToWire(unit) }.ToByteArray();

    /// <summary>What an act on an incident changes of a unit: only its availability and assignment.</summary>
    public static byte[] Encode(Assignment assignment) => new V1.BoardItem
    {
        Unit = new()
        {
            Name = assignment.Unit.Value,
            Availability = assignment switch
            {
                { IsActive: false } => V1.UnitAvailability.Available,
                { State: AssignmentState.Offered } => V1.UnitAvailability.Reserved,
                _ => V1.UnitAvailability.Committed,
            },
            Assignment = assignment.IsActive ? assignment.Name.Value : "",
        },
    }.ToByteArray();
}
