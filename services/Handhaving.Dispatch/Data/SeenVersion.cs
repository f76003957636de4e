using Handhaving.Dispatch.Incidents;
using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Dispatch.Data;

/// <summary>The version that a caller acts on.</summary>
internal static class SeenVersion
{
    private static readonly Sentences ByWhom = new("{name} was changed meanwhile by {winner} ({winnerAct}); read it again.", "Deze melding is intussen gewijzigd door {winner}. Bekijk de nieuwe stand en probeer het opnieuw.");

    /// <summary>The incident, when it still is what the caller saw.</summary>
    /// <exception cref="RuleBroken">ETAG_MISMATCH, naming who changed it.</exception>
    public static Incident Seen(this Desk desk, string etag)
    {
        var incident = desk.Existing();
        return IncidentWire.EtagOf(incident.Version) == etag ? incident : throw Changed(incident);
    }

    public static Incident Existing(this Desk desk) => desk.Incident ?? throw new InvalidOperationException("This act is on an incident that exists.");

    private static RuleBroken Changed(Incident incident) => incident.LastChange is { } last && last.Version == incident.Version
        ? new(Reasons.EtagMismatch, new Dictionary<string, string> { ["name"] = incident.Name.Value, ["winner"] = last.Actor, ["winnerAct"] = last.Kind }) { Told = ByWhom }
        : Reasons.EtagMismatch.Broken(("name", incident.Name.Value));
}
