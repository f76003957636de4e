using Google.Protobuf;
using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Units;

namespace Handhaving.Dispatch.Board;

/// <summary>What a row of the feed is about.</summary>
public enum BoardKind : short { Incident = 1, Unit = 2, UnitOffDuty = 3 }

/// <summary>Board items as bytes: encoded once, when they are written, and shared by every screen.</summary>
internal static class BoardWire
{
    public static byte[] Encode(Incident incident) => new V1.BoardItem { Incident = IncidentWire.ToWire(incident) }.ToByteArray();

    public static byte[] Encode(UnitView unit) => new V1.BoardItem { Unit = UnitWire.ToWire(unit) }.ToByteArray();
}
