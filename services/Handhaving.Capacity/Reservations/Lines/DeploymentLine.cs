using Handhaving.Capacity.Blocks;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Capacity.Reservations.Lines;

/// <summary>So many people for so long, from one of the owners that would do.</summary>
/// <param name="Owners">Best first.</param>
public sealed record DeploymentLine(IReadOnlyList<TenantId> Owners, string Function, int Count, Interval Interval)
{
    private const string DistrictOfficer = "wijkagent";

    /// <summary>The owner that gives the people of the line; null when none does.</summary>
    public TenantId? GrantedBy { get; init; }

    /// <summary>How many it gives; null = all.</summary>
    public int? Reduced { get; init; }

    /// <summary>The owner that must decide about it; null when none must.</summary>
    public TenantId? Awaits { get; init; }

    /// <summary>What is held for it of the owner that must decide, while it waits: in each block as many as were free.</summary>
    public IReadOnlyList<Stretch> Kept { get; init; } = [];

    /// <summary>When it was asked for, where a decision moved it.</summary>
    public Interval? MovedFrom { get; init; }

    /// <summary>Why not, for each owner that would do.</summary>
    public IReadOnlyList<Shortage> Shortages { get; init; } = [];

    /// <summary>People given; nobody when no owner gives them.</summary>
    public int Given => GrantedBy is null ? 0 : Reduced ?? Count;

    /// <summary>Hours of wijkagenten that it takes out of their districts: a shown cost (C-15).</summary>
    public double DistrictHours => Function == DistrictOfficer ? Given * Interval.Blocks().Count() * Interval.Block.TotalHours : 0;

    /// <summary>People that it claims in each block.</summary>
    public IEnumerable<(BlockKey Key, int Count)> Claims() => GrantedBy is { } owner ? KeysAt(owner).Select(key => (key, Given)) : Kept.SelectMany(stretch => stretch.Blocks());

    /// <summary>The fewest that are held for it in one of its blocks while it waits.</summary>
    public int KeptThroughout => Kept.Sum(stretch => stretch.Interval.Blocks().Count()) == Interval.Blocks().Count() ? Kept.Min(stretch => stretch.Count) : 0;

    public IEnumerable<BlockKey> KeysAt(TenantId owner)
    {
        var function = Function;
        return Interval.Blocks().Select(start => new BlockKey(owner, function, start));
    }

    /// <summary>What was asked, for telling whether the same is asked again.</summary>
    public string Asked => $"{string.Join(',', Owners)} {Function} {Count} {(MovedFrom ?? Interval).Start.UtcTicks} {(MovedFrom ?? Interval).End.UtcTicks}";

    /// <summary>By a decision of the owner that it waited for.</summary>
    public DeploymentLine Decided(TenantId owner, int given) => this with { Awaits = null, Kept = [], Shortages = [], GrantedBy = given > 0 ? owner : null, Reduced = given > 0 && given < Count ? given : null };

    public DeploymentLine Refused() => this with { Awaits = null, Kept = [], GrantedBy = null, Reduced = null };

    public DeploymentLine Moved(TimeSpan shift) => this with { MovedFrom = MovedFrom ?? Interval, Interval = new(Interval.Start + shift, Interval.End + shift) };
}
