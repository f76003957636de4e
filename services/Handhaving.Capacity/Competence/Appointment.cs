using Handhaving.Capacity.WorkingTime;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Capacity.Competence;

/// <summary>A passed part of the permanente her- en bijscholing.</summary>
public sealed record RefresherTraining(string Module, DateOnly PassedOn);

/// <summary>Personal act that gives powers (akte van opsporingsbevoegdheid): a domain, where, and from when to when.</summary>
/// <param name="Territory">Codes of the municipalities where it holds; <c>NL</c> = everywhere, as for the police (Politiewet 2012, article 6).</param>
/// <param name="ValidFrom">First day.</param>
/// <param name="ValidUntil">Last day.</param>
/// <param name="Modules">Passed PHB modules, also from an earlier domain.</param>
/// <param name="UseOfForceUntil">Last day of the test on use of force; null = none asked.</param>
public sealed record Appointment(CompetenceDomain Domain, IReadOnlyList<string> Territory, DateOnly ValidFrom, DateOnly ValidUntil, IReadOnlyList<RefresherTraining> Modules, DateOnly? UseOfForceUntil)
{
    private const string WholeCountry = "NL";

    /// <summary>Start of its first day in Europe/Amsterdam.</summary>
    public DateTimeOffset Start => DutchClock.Midnight(ValidFrom);

    /// <summary>End of its last day in Europe/Amsterdam; no power from this instant on.</summary>
    public DateTimeOffset End => DutchClock.Midnight(ValidUntil.AddDays(1));

    public bool Covers(CompetenceDomain domain) => Domain == domain || Domain is CompetenceDomain.GeneralDetection;

    public bool HoldsWherever(Appointment other) => Territory.Contains(WholeCountry) || other.Territory.All(code => Territory.Contains(code));

    public bool HoldsIn(TenantId municipality) => Territory.Contains(municipality.Value) || Territory.Contains(WholeCountry);
}
