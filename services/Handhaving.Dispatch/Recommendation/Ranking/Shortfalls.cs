using Handhaving.Dispatch.Recommendation.Searching;
using Handhaving.Dispatch.Types;

namespace Handhaving.Dispatch.Recommendation.Ranking;

/// <summary>Says when fewer units can be sent at once than the incident needs, why, and what can be done.</summary>
internal static class Shortfalls
{
    /// <returns>Null when there are enough.</returns>
    public static Shortfall? Of(Question question, Findings found)
    {
        var tally = found.Tally;
        return tally.Free >= question.Wish.Wanted ? null : new(question.Wish.Wanted, tally.Free, TextOf(question, tally), [.. WaysOut(question, tally)]);
    }

    private static string TextOf(Question question, Tally tally)
    {
        if (tally.Considered == 0) return "Er is geen eenheid in dienst. Vraag de teamleider of de politie om hulp.";
        if (tally.Free > 0) return $"Er zijn {question.Wish.Wanted} eenheden nodig en {tally.Free} vrij en bevoegd. Kijk wat er nog kan.";
        return tally.Fits == 0
            ? "Geen eenheid in dienst is vrij en bevoegd. Zie de redenen per eenheid; vraag zo nodig de politie om hulp."
            : "Geen eenheid van het eigen team is vrij en bevoegd. Kijk wat er nog kan.";
    }

    private static IEnumerable<WayOut> WaysOut(Question question, Tally tally)
    {
        if (tally.Interruptible > 0)
            yield return new(WayOutKind.Interrupt, tally.Interruptible, $"{Units(tally.Interruptible)} kan van een minder dringende melding worden gehaald.");
        if (tally.Foreign > 0)
        {
            var until = question.Terms.Borrowing.HoldUntil(question.Incident, question.Now);
            yield return new(WayOutKind.Borrow, tally.Foreign, until > question.Now
                ? $"{Units(tally.Foreign)} van een ander team kan worden geleend vanaf {UnitFilter.DutchClock(until)}, of eerder met een reden."
                : $"{Units(tally.Foreign)} van een ander team kan nu worden geleend.", until);
        }
        if (question.Demand.Type.Leadership is not Leadership.PoliceOnly || tally.Fits == 0)
            yield return new(WayOutKind.Police, 0, "Vraag de meldkamer van de politie om hulp.");
        if (tally.Overridable > 0)
            yield return new(WayOutKind.Override, tally.Overridable, $"{Units(tally.Overridable)} kan met een reden van de leidinggevende toch worden gestuurd: alleen bezetting of diensttijd staat in de weg.");
    }

    private static string Units(int count) => count == 1 ? "1 eenheid" : $"1 van {count} eenheden";
}
