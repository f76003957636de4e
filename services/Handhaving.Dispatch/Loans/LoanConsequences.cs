using Handhaving.Dispatch.Incidents;

namespace Handhaving.Dispatch.Loans;

/// <summary>What it means for units of other teams that an incident is not urgent any more, in Dutch, for who decided that: units are lent for urgent work (C-37).</summary>
public static class LoanConsequences
{
    public static IEnumerable<string> Of(Incident changed, BorrowTerms terms) => terms.IsUrgent(changed)
        ? []
        : changed.Assignments.Where(assignment => assignment is { IsActive: true, Loan: not null })
            .Select(assignment => $"Eenheid {assignment.Called.CallSign} is van een ander team en geleend voor spoed. Dat is deze melding niet meer: stuur de eenheid terug zodra het kan.");
}
