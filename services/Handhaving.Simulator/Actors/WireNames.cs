using Handhaving.Dispatch.V1;
using Handhaving.Simulator.Ledger;

namespace Handhaving.Simulator.Actors;

/// <summary>What the ledger notes of wire messages.</summary>
public static class WireNames
{
    /// <summary>The incident of an assignment: the first four segments of its name.</summary>
    public static string IncidentOf(string assignment) => string.Join('/', assignment.Split('/').Take(4));

    /// <summary>The incident as new as this answer shows it.</summary>
    public static Change? ToChange(this Incident incident) => new(incident.Name, incident.UpdateTime.ToDateTimeOffset());
}
