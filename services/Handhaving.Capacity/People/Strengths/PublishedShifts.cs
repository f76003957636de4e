using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.Layers;
using Handhaving.Capacity.People;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Capacity.People.Strengths;

/// <summary>Days of a team that a published roster has.</summary>
public sealed record RosteredDays(string StaffTeam, Interval Time);

/// <summary>What published rosters of an owner say of a stretch of time.</summary>
/// <param name="Days">By team; who is lent to the owner goes by any of them.</param>
public sealed record PublishedShifts(IReadOnlyList<RosteredDays> Days, ILookup<OfficerName, RosteredShift> Shifts)
{
    // A series of nights and the rest after it.
    private static readonly TimeSpan Around = TimeSpan.FromDays(8);

    public static PublishedShifts None { get; } = new([], Array.Empty<RosteredShift>().ToLookup(_ => default(OfficerName)));

    /// <summary>A roster has something of the block, so that what is planned in it is known.</summary>
    public bool Say(Interval block) => Days.Any(days => days.Time.Start < block.End && block.Start < days.Time.End);

    public IReadOnlyList<RosteredShift> Of(OfficerName officer, Interval stretch) =>
        [.. Shifts[officer].Where(rostered => rostered.Shift.Time.End > stretch.Start - Around && rostered.Shift.Time.Start < stretch.End + Around)];

    public IReadOnlyList<Interval> DaysOf(Officer officer, TenantId owner) =>
        [.. Days.Where(days => officer.Name.Owner != owner || days.StaffTeam == officer.Details.StaffTeam).Select(days => days.Time)];
}
