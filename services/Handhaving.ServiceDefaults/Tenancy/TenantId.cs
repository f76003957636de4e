namespace Handhaving.ServiceDefaults.Tenancy;

/// <summary>Owner of a record: a municipality by its four-digit code, or a team by its id for what belongs to the team alone.</summary>
public readonly record struct TenantId(string Value)
{
    /// <summary>Stands for every tenant the caller may read: <c>municipalities/-</c>.</summary>
    public const string Wildcard = "-";

    /// <summary>The platform itself, for what belongs to no municipality and no team: <c>teams/platform</c>.</summary>
    public static TenantId Platform { get; } = new("platform");

    public bool IsMunicipality => Value is { Length: 4 } && Value.All(char.IsAsciiDigit);

    /// <summary>Resource name: <c>municipalities/0888</c> or <c>teams/westelijke-mijnstreek</c>.</summary>
    public string Name => (IsMunicipality ? "municipalities/" : "teams/") + Value;

    /// <summary>Reads the owner from the front of a resource name.</summary>
    /// <returns>Null when the name starts with neither collection.</returns>
    public static TenantId? OfName(string name)
    {
        var parts = name.Split('/', 3);
        if (parts.Length < 2 || parts[1].Length == 0) return null;
        var tenant = new TenantId(parts[1]);
        return parts[0] switch
        {
            "municipalities" when tenant.IsMunicipality || parts[1] == Wildcard => tenant,
            "teams" when !tenant.IsMunicipality && parts[1] != Wildcard => tenant,
            _ => null,
        };
    }

    public override string ToString() => Value;
}
