using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.Reservations;

namespace Handhaving.Capacity.Triangle.Options;

/// <summary>What an option would do; computed before anybody votes, and again when it is carried out.</summary>
public sealed record Effects
{
    /// <summary>Why it cannot be carried out; null when it can.</summary>
    public Obstacle? Obstacle { get; init; }

    /// <summary>Where it leaves fewer people than the waterline is now, and how many fewer.</summary>
    public IReadOnlyList<Stretch> BelowWaterline { get; init; } = [];

    public IReadOnlyList<ReservationName> Displaced { get; init; } = [];

    /// <summary>People asked in the lines that wait for the owner.</summary>
    public required int Asked { get; init; }

    /// <summary>Of those, people given.</summary>
    public required int Given { get; init; }

    /// <summary>Hours of wijkagenten that it takes out of their districts (C-15).</summary>
    public required double DistrictHours { get; init; }

    public IReadOnlyList<NotDone> NotDone { get; init; } = [];

    /// <summary>Themes that hold, with what it takes from each; empty where none hold, and in what an earlier version kept.</summary>
    public IReadOnlyList<PriorityHours> Priorities { get; init; } = [];

    public bool Feasible => Obstacle is null;

    public int NotGiven => Asked - Given;

    /// <summary>Worse in any way that was shown when it was voted on.</summary>
    public bool IsWorseThan(Effects voted) =>
        !Feasible || Given < voted.Given || DistrictHours > voted.DistrictHours || Displaced.Except(voted.Displaced).Any() || Below(this).Beyond(Below(voted)).ByBlock.Count > 0;

    /// <summary>The first stretch in which it goes below the waterline or takes people back and that a validity does not cover; null when it covers all.</summary>
    public Interval? OutsideOf(Interval validity) => BelowWaterline.Select(stretch => stretch.Interval).Concat(NotDone.Where(one => one.Kind is NotDoneKind.Displaced).Select(one => one.Interval))
        .OrderBy(stretch => stretch.Start).Where(stretch => stretch.Start < validity.Start || stretch.End > validity.End).Select(stretch => (Interval?)stretch).FirstOrDefault();

    private static Claims Below(Effects effects) => Claims.Of(effects.BelowWaterline.SelectMany(stretch => stretch.Blocks()));
}
