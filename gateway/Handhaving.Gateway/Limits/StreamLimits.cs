namespace Handhaving.Gateway.Limits;

/// <summary>How many streams an identity may hold open at a time at one gateway; section OpenStreams of the configuration.</summary>
public sealed record StreamLimits
{
    /// <summary>Far more than one person's boards in all windows.</summary>
    public int PerIdentity { get; init; } = 100;

    /// <summary>Another number for a role, such as of a partner that holds a stream for each of its devices.</summary>
    public Dictionary<string, int> Roles { get; init; } = [];

    public int For(IEnumerable<string> roles) => roles.Where(Roles.ContainsKey).Select(role => Roles[role]).DefaultIfEmpty(PerIdentity).Max();
}
