using Handhaving.Dispatch.Duties;
using Handhaving.Dispatch.Recommendation.Searching;
using Handhaving.Dispatch.Recommendation.Travel;
using Handhaving.Dispatch.Types;
using Handhaving.Dispatch.Units;

namespace Handhaving.Dispatch.Recommendation.Ranking;

/// <summary>Says in Dutch what decided a unit's place, in the order in which it counts.</summary>
internal static class PickFactors
{
    public static IEnumerable<string> Of(Candidate candidate, Question question)
    {
        foreach (var factor in OfTheTask(candidate, question)) yield return factor;
        yield return TravelOf(candidate, question);
        if (question.Reach.IsForeign(candidate.Unit))
        {
            yield return $"van een ander team ({candidate.Unit.OwnerName}): lenen kan zonder reden vanaf {UnitFilter.DutchClock(question.Terms.Borrowing.HoldUntil(question.Incident, question.Now))}";
            yield break;
        }
        foreach (var factor in OfTheUnit(candidate, question)) yield return factor;
    }

    private static IEnumerable<string> OfTheTask(Candidate candidate, Question question)
    {
        yield return $"bevoegd in {question.Demand.MunicipalityName}";
        if (PlanOf(candidate, question) is { } plan) yield return plan;
        if (RankKey.EndsOnTheWay(candidate, question)) yield return "de dienst eindigt voor de verwachte aankomst";
        if (candidate.IsStale) yield return "positie onbekend of oud: gerekend vanaf de thuislocatie";
    }

    private static string? PlanOf(Candidate candidate, Question question) => (question.Demand.Type.Leadership, candidate.Unit.Unit.IsPolice) switch
    {
        (Leadership.BoaFirst, false) => "een boa gaat hier voor",
        (Leadership.BoaFirst, true) => "politie: pas na de boa's",
        (Leadership.PoliceOnly, true) => "dit is werk van de politie",
        (Leadership.PoliceOnly, false) => "boa: alleen om de politie te helpen",
        _ => null,
    };

    private static string TravelOf(Candidate candidate, Question question)
    {
        var (seconds, meters, source) = candidate.Travel;
        var distance = question.Reach.IsForeign(candidate.Unit) ? "" : $" ({Spoken(meters)})";
        var how = $"{Math.Max(1, (int)Math.Round(seconds / 60.0))} min {MovesBy(candidate.Unit.Unit.Kind)}{distance}";
        return source switch
        {
            TravelSource.Unknown => "plaats van de melding onbekend: reistijd niet gerekend",
            TravelSource.Reckoned => $"ongeveer {how}",
            TravelSource.Routed => $"{how} volgens de routeplanner",
            TravelSource.NotRouted => $"ongeveer {how}, geschat: de routeplanner gaf geen antwoord",
            _ => throw new ArgumentOutOfRangeException(nameof(candidate), source, "Not a source of a travel time."),
        };
    }

    private static IEnumerable<string> OfTheUnit(Candidate candidate, Question question)
    {
        var unit = candidate.Unit;
        yield return candidate.Judgement is Judgement.Interrupts
            ? $"moet een melding met prioriteit {unit.Slot?.Priority} onderbreken"
            : unit.Unit.Duty.Activity is UnitActivity.Patrolling ? "vrij, surveilleert" : "vrij";
        yield return unit.HomeArea == question.Incident.Name.Municipality ? "in het eigen gebied" : "buiten het eigen gebied";
        yield return candidate.CoverLeft switch
        {
            0 => "in het eigen gebied blijft niemand vrij",
            1 => "in het eigen gebied blijft 1 eenheid vrij",
            var left => $"in het eigen gebied blijven {left} eenheden vrij",
        };
        yield return unit.LastJobEndedAt is { } ended
            ? $"{(int)(question.Now - ended).TotalMinutes} min sinds de laatste inzet, {unit.JobsDone} in deze dienst"
            : "nog geen inzet in deze dienst";
        if (!candidate.IsStale && candidate.Fix is { } fix) yield return Spoken(question.Now - fix.At);
    }

    private static string Spoken(TimeSpan age) => age.TotalSeconds switch
    {
        < 1 => "positie van dit moment",
        < 90 => $"positie van {(int)age.TotalSeconds} s geleden",
        _ => $"positie van {(int)Math.Round(age.TotalMinutes)} min geleden",
    };

    // As one says it: 150 m, 1,4 km.
    private static string Spoken(int meters) => meters < 950 ? $"{(int)Math.Round(meters / 10.0) * 10} m" : $"{(meters + 50) / 1000},{(meters + 50) / 100 % 10} km";

    private static string MovesBy(UnitKind kind) => kind switch
    {
        UnitKind.Foot => "lopen",
        UnitKind.Bike => "fietsen",
        UnitKind.Car or UnitKind.Police => "rijden",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of unit."),
    };
}
