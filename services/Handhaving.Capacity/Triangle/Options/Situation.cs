using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.Reservations;
using Handhaving.Capacity.Reservations.Lines;
using Handhaving.Capacity.Themes.Balance;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Capacity.Triangle.Options;

/// <summary>A conflict as it stands: who claims its blocks and what these hold. A value, from which options and their effects follow.</summary>
public sealed record Situation
{
    public required TenantId Owner { get; init; }

    /// <summary>The request that waits; null when strength dropped below what is promised.</summary>
    public required ReservationName? Asked { get; init; }

    /// <summary>Blocks that are fought over.</summary>
    public required IReadOnlySet<BlockKey> Keys { get; init; }

    /// <summary>Cases with live reservations on those blocks.</summary>
    public required IReadOnlyDictionary<CaseKey, DeploymentCase> Cases { get; init; }

    public required IReadOnlyDictionary<BlockKey, BlockCount> Counts { get; init; }

    /// <summary>It was decided about; what happens to its blocks later is another conflict.</summary>
    public bool Decided { get; init; }

    /// <summary>Themes of the safety plan that hold for the owner, with their weights; empty where none do.</summary>
    public IReadOnlyList<ThemeShare> Themes { get; init; } = [];

    public CapacityReservation? AskedOne => Asked is { } asked ? Live.SingleOrDefault(reservation => reservation.Name == asked) : null;

    /// <summary>All that claim its blocks or wait for them, that of the request too, newest first.</summary>
    public IEnumerable<CapacityReservation> Competing => Live.Where(reservation => CountOf(reservation) > 0).OrderByDescending(reservation => reservation.CreatedAt).ThenBy(reservation => reservation.Name.Value, StringComparer.Ordinal);

    private IEnumerable<CapacityReservation> Live => Cases.Values.SelectMany(known => known.Versions).Where(version => version.IsLive);

    public DeploymentCase CaseOf(CapacityReservation reservation) => Cases[reservation.Case];

    public BlockCount CountAt(BlockKey key) => Counts.GetValueOrDefault(key);

    /// <summary>Lines of the request that wait for this owner.</summary>
    public bool Awaits(DeploymentLine line) => line.Awaits == Owner;

    /// <summary>The most people that a reservation has or asks in one of the blocks.</summary>
    public int CountOf(CapacityReservation reservation) => Claims.Of(
        from line in reservation.Lines
        where (line.GrantedBy ?? line.Awaits) == Owner
        from key in line.KeysAt(Owner)
        where Keys.Contains(key)
        select (key, line.GrantedBy is null ? line.Count : line.Given)).ByBlock.Values.DefaultIfEmpty().Max();

    public bool IsOpenAt(DateTimeOffset now) => !Decided && (Asked is null
        ? Keys.Any(key => CountAt(key).Missing > 0)
        : AskedOne is { State: ReservationState.InConflict } asked && asked.HoldUntil > now && asked.Awaited.Contains(Owner));
}
