namespace Handhaving.Gateway.Limits;

/// <summary>How many calls an identity may make; section RateLimits of the configuration.</summary>
public sealed record RateLimits
{
    public int PermitsPerSecond { get; init; } = 50;

    /// <summary>Calls that may come at once after a quiet time.</summary>
    public int Burst { get; init; } = 200;

    /// <summary>Other numbers for a role.</summary>
    public Dictionary<string, CallRate> Roles { get; init; } = [];

    /// <summary>Files and pages of the console, for each address: a shift that opens it at once behind one address is some tens of files for each screen.</summary>
    public CallRate Console { get; init; } = new(PermitsPerSecond: 400, Burst: 4000);

    /// <summary>Paths that are never refused: exact, or a beginning that ends in <c>*</c>.</summary>
    public string[] ExemptMethods { get; init; } = [];

    public CallRate For(IEnumerable<string> roles) =>
        roles.Select(role => Roles.GetValueOrDefault(role)).OfType<CallRate>().MaxBy(rate => rate.PermitsPerSecond) ?? new(PermitsPerSecond, Burst);

    public bool IsExempt(string path) => Array.Exists(ExemptMethods, method =>
        method.EndsWith('*') ? path.StartsWith(method[..^1], StringComparison.Ordinal) : path == method);
}

/// <summary>A token bucket's numbers.</summary>
public sealed record CallRate(int PermitsPerSecond, int Burst);
