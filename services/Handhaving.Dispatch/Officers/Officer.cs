using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Dispatch.Officers;

/// <summary>Field of powers of a BOA (domein I-VI); the police hold the last one everywhere.</summary>
public enum CompetenceDomain { PublicSpace = 1, Environment, Education, PublicTransport, WorkIncomeCare, GeneralDetection }

/// <summary>Personal act that gives powers (akte van opsporingsbevoegdheid): a domain, where, and from when to when.</summary>
/// <param name="Territory">Codes of the municipalities where it holds; <c>NL</c> = everywhere, as for the police (Politiewet 2012, article 6).</param>
/// <param name="ValidFrom">First day.</param>
/// <param name="ValidTo">Last day.</param>
public sealed record Appointment(CompetenceDomain Domain, IReadOnlyList<string> Territory, DateOnly ValidFrom, DateOnly ValidTo)
{
    private const string WholeCountry = "NL";

    public bool HoldsOn(DateOnly day) => day >= ValidFrom && day <= ValidTo;

    public bool HoldsIn(TenantId municipality) => Territory.Contains(municipality.Value) || Territory.Contains(WholeCountry);

    // Domain VI is general detection: it covers the acts of the other domains (Besluit BOA, domeinenlijst).
    public bool Covers(CompetenceDomain domain) => Domain == domain || Domain is CompetenceDomain.GeneralDetection;
}

/// <summary>A special enforcement officer or police officer as dispatch needs to know it: what may this person do, where and when.</summary>
/// <remarks>A copy: the capacity service owns officers and appointments, and <see cref="OfficerCopyConsumer"/> keeps it. The demo region starts with what its facts would give.</remarks>
public sealed record Officer(string Id, IReadOnlyList<Appointment> Appointments);
