using Handhaving.ServiceDefaults.Access;

namespace Handhaving.ServiceDefaults.Tenancy;

/// <summary>Which restricted records a transaction may read, among those of its tenants: none unless it is said, all of them, or one that its caller has a task on.</summary>
public readonly record struct RestrictedReach
{
    private readonly string? setting;

    private RestrictedReach(string setting) => this.setting = setting;

    public static RestrictedReach None { get; }

    public static RestrictedReach All { get; } = new("*");

    public static RestrictedReach Only(Guid record) => new(record.ToString());

    /// <summary>As the policies of the database read it.</summary>
    public string Setting => setting ?? "";

    public bool Covers(Guid record) => this == All || this == Only(record);
}

/// <summary>What a call may do with restricted records.</summary>
/// <param name="Hidden">What it names that is restricted and not for its caller: to it there is none of that name. Null for nothing.</param>
public readonly record struct RestrictedSight(RestrictedReach Reach, string? Hidden);

/// <summary>Says what of restricted records a call may read; each service knows which of its records are, and who has a task on one.</summary>
/// <param name="names">What the call names; the first is what it is about.</param>
public delegate ValueTask<RestrictedSight> RestrictedRight(Call call, IReadOnlyList<string> names, CancellationToken cancellation);
