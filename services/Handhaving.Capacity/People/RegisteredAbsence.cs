using Handhaving.Capacity.Competence;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Capacity.People;

/// <summary>An absence as it was entered.</summary>
/// <param name="Borrower">Of somebody lent out: to which municipality; null = elsewhere.</param>
public sealed record RegisteredAbsence(Guid Id, Absence Absence, TenantId? Borrower)
{
    /// <summary>Longest stretch of one absence: two years, after which sickness is judged anew (Burgerlijk Wetboek 7, article 629).</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(731);

    /// <exception cref="ServiceDefaults.Errors.RuleBroken">INTERVAL_EMPTY, INTERVAL_OUT_OF_REACH, INTERVAL_TOO_LONG, BORROWER_NOT_LENT, BORROWER_IS_OWNER.</exception>
    public void Require(TenantId owner)
    {
        Absence.Time.Require(Longest);
        PeopleRules.BorrowerOfLent.Require(Borrower is null || Absence.Kind is AbsenceKind.LentOut);
        PeopleRules.BorrowerElsewhere.Require(Borrower != owner);
    }
}
