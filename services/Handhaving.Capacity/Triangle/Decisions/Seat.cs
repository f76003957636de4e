using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Capacity.Triangle.Decisions;

/// <summary>Who decides in the driehoek (Politiewet 2012 art. 13).</summary>
public enum TriangleRole { Mayor = 1, Prosecutor, PoliceChief }

/// <summary>A vote that is needed.</summary>
/// <param name="Of">Municipality or team of who votes; for a mayor the team means any municipality of it.</param>
public sealed record Seat(TriangleRole Role, TenantId Of);
