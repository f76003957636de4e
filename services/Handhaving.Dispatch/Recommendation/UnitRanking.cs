using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Positions;
using Handhaving.Dispatch.Units;

namespace Handhaving.Dispatch.Recommendation;

/// <summary>A unit on duty that may be considered.</summary>
public sealed record Candidate(UnitOnDuty Unit, Fix? LastFix, bool IsFree);

/// <summary>A unit that fits, with what decided its place.</summary>
public sealed record Pick(UnitName Unit, string CallSign, int TravelSeconds, int DistanceMeters, bool StaleFix, IReadOnlyList<string> Factors);

/// <summary>A unit that does not fit, with all its reasons.</summary>
public sealed record Rejected(UnitName Unit, string CallSign, IReadOnlyList<Rejection> Reasons);

/// <summary>Fitting units, best first, the others with their reasons, and why there are too few.</summary>
public sealed record UnitRecommendation(IReadOnlyList<Pick> Picks, IReadOnlyList<Rejected> Rejections, DateTimeOffset ComputedAt, string Shortfall);

/// <summary>Ranks units for an incident: hard filters first, then fresh positions, travel time, call sign.</summary>
public static class UnitRanking
{
    /// <summary>A position older than this is not trusted; the home position stands in, ranked after fresh ones (dispatch 5).</summary>
    public static readonly TimeSpan StaleAfter = TimeSpan.FromSeconds(1800);

    public static UnitRecommendation Rank(Incident incident, IncidentType type, IReadOnlyList<Candidate> candidates, int limit, DateTimeOffset now)
    {
        List<Rejected> rejected = [];
        List<Pick> picks = [];
        foreach (var candidate in candidates.OrderBy(candidate => candidate.Unit.CallSign, StringComparer.Ordinal))
        {
            var reasons = UnitFilter.Reject(candidate.Unit, type, incident.Name.Tenant, now).ToList();
            if (!candidate.IsFree) reasons.Add(new(RejectionCode.NotAvailable, "is al met een melding bezig"));
            if (reasons.Count > 0) rejected.Add(new(candidate.Unit.Name, candidate.Unit.CallSign, reasons));
            else picks.Add(PickOf(candidate, incident, now));
        }
        var best = picks.OrderBy(pick => pick.StaleFix).ThenBy(pick => pick.TravelSeconds).ThenBy(pick => pick.CallSign, StringComparer.Ordinal).Take(limit).ToList();
        return new(best, rejected, now, best.Count > 0 ? "" : ShortfallOf(candidates));
    }

    private static Pick PickOf(Candidate candidate, Incident incident, DateTimeOffset now)
    {
        var stale = candidate.LastFix is not { } fix || now - fix.At > StaleAfter;
        var from = stale || candidate.LastFix is null ? candidate.Unit.Home : candidate.LastFix.Point;
        var travel = TravelTime.Between(from, incident.Place.Point, candidate.Unit.Kind);
        var position = stale ? "positie onbekend of oud: gerekend vanaf de thuislocatie" : $"positie van {(int)(now - (candidate.LastFix?.At ?? now)).TotalSeconds} s geleden";
        return new(candidate.Unit.Name, candidate.Unit.CallSign, travel.Seconds, travel.Meters, stale,
            [$"bevoegd in {incident.Name.Municipality}", $"ongeveer {Math.Max(1, (int)Math.Round(travel.Seconds / 60.0))} min rijden ({travel.Meters} m)", position]);
    }

    private static string ShortfallOf(IReadOnlyList<Candidate> candidates) => candidates.Count == 0
        ? "Er is geen eenheid in dienst. Vraag de teamleider of de politie om hulp."
        : "Geen eenheid in dienst is vrij en bevoegd. Zie de redenen per eenheid; vraag zo nodig de politie om hulp.";
}
