using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Capacity.Triangle.Decisions;

/// <summary>Who decides in the driehoek (Politiewet 2012 art. 13).</summary>
public enum TriangleRole { Mayor = 1, Prosecutor, PoliceChief }

/// <summary>A vote that is needed.</summary>
/// <param name="Of">Municipality or team of who votes; for a mayor the team means any municipality of it.</param>
public sealed record Seat(TriangleRole Role, TenantId Of)
{
    /// <summary>What a role is called in tokens and in sentences.</summary>
    public static (string Key, string Value)[] WordsOf(TriangleRole role) => role switch
    {
        TriangleRole.Mayor => [("role", "mayor"), ("roleLabel", "burgemeester")],
        TriangleRole.Prosecutor => [("role", "prosecutor"), ("roleLabel", "officier van justitie")],
        TriangleRole.PoliceChief => [("role", "police-chief"), ("roleLabel", "politiechef")],
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };
}
