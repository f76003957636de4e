using Handhaving.Dispatch.Officers;

namespace Handhaving.Dispatch.Recommendation;

/// <summary>Names of the domains in Dutch (Regeling domeinlijsten BOA).</summary>
public static class DutchDomains
{
    public static string NameOf(CompetenceDomain domain) => domain switch
    {
        CompetenceDomain.PublicSpace => "I openbare ruimte",
        CompetenceDomain.Environment => "II milieu, welzijn en infrastructuur",
        CompetenceDomain.Education => "III onderwijs",
        CompetenceDomain.PublicTransport => "IV openbaar vervoer",
        CompetenceDomain.WorkIncomeCare => "V werk, inkomen en zorg",
        CompetenceDomain.GeneralDetection => "VI generieke opsporing",
        _ => throw new ArgumentOutOfRangeException(nameof(domain), domain, "Not a domain."),
    };
}
