using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Capacity.Retention;

/// <summary>What is kept for a term.</summary>
public enum RetainedKind
{
    /// <summary>Files of people, from the end of their last contract on.</summary>
    People = 1,

    /// <summary>Rosters, shifts and wishes, from their last day on.</summary>
    Rosters,

    /// <summary>Reservations of cases, from the end of what they are for on.</summary>
    Reservations,
}

/// <summary>How long an owner keeps something.</summary>
/// <param name="SetBy">Null = nobody set it: the product's own.</param>
/// <param name="Version">0 = nobody set it.</param>
public sealed record RetentionTerm(TenantId Owner, RetainedKind Kind, int Days, string Reason, string? SetBy, DateTimeOffset? SetAt, int Version)
{
    /// <summary>The longest that may be set: twenty years.</summary>
    public const int MostDays = 7300;

    public string Etag => $"\"{Version}\"";

    public string Name => NameOf(Owner, Kind);

    public static IReadOnlyList<RetainedKind> Kinds { get; } = Enum.GetValues<RetainedKind>();

    /// <summary>The product's own: two years for people and rosters, five for what the four-yearly audit looks back on.</summary>
    public static RetentionTerm Usual(TenantId owner, RetainedKind kind) => new(owner, kind, kind is RetainedKind.Reservations ? 1826 : 730, "", null, null, 0);

    /// <summary>The shortest that the law allows: hours of work are shown for 52 weeks (Arbeidstijdenbesluit 3.2:1), and the law on them looks back as long.</summary>
    public static int LeastDays(RetainedKind kind) => kind is RetainedKind.Reservations ? 30 : 395;

    public static string NameOf(TenantId owner, RetainedKind kind) => $"{owner.Name}/retentionTerms/{$"{kind}".ToLowerInvariant()}";

    /// <exception cref="ServiceDefaults.Errors.RuleBroken">RETENTION_TERM_UNLAWFUL.</exception>
    public RetentionTerm With(int days, string reason, string by, DateTimeOffset at)
    {
        RetentionRules.Lawful.Require(days >= LeastDays(Kind) && days <= MostDays, ("least", $"{LeastDays(Kind)}"), ("most", $"{MostDays}"));
        return this with { Days = days, Reason = reason, SetBy = by, SetAt = at, Version = Version + 1 };
    }

    /// <summary>What ended before it is no longer kept.</summary>
    public DateTimeOffset KeptSince(DateTimeOffset now) => now.AddDays(-Days);
}
