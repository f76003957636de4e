using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.Layers;
using Handhaving.Capacity.WorkingTime;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Capacity.People;

/// <summary>A contract: the post that somebody holds, and for how long.</summary>
/// <param name="Function">Function of the post.</param>
/// <param name="OtherFunctions">What else the person can be rostered in.</param>
public sealed record EmploymentContract(string Function, IReadOnlyList<string> OtherFunctions, double WeeklyHours)
{
    private static readonly DateTimeOffset Endless = new(2199, 12, 31, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Local weekdays that are always free.</summary>
    public IReadOnlyList<DayOfWeek> FixedFreeDays { get; init; } = [];

    /// <summary>No work between 00:00 and 06:00.</summary>
    public bool NightExempt { get; init; }

    /// <summary>Works under guidance.</summary>
    public bool Trainee { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>Last day; null = without end.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>From the start of its first day to the end of its last one, in Europe/Amsterdam.</summary>
    public Interval Time => new(DutchClock.Midnight(ValidFrom), ValidUntil is { } last ? DutchClock.Midnight(last.AddDays(1)) : Endless);

    public IReadOnlySet<string> Functions => OtherFunctions.Append(Function).ToHashSet();

    public bool Covers(Interval stretch) => Time.Start <= stretch.Start && Time.End >= stretch.End;

    public bool Touches(Interval stretch) => Time.Start < stretch.End && Time.End > stretch.Start;

    public bool HoldsOn(DateOnly day) => day >= ValidFrom && (ValidUntil is null || day <= ValidUntil);

    public Contract PostAt(TenantId team) => new(team, Function, Functions, Time, NightExempt);

    /// <summary>The same in all that it says.</summary>
    public bool SaysTheSameAs(EmploymentContract other) =>
        (this with { OtherFunctions = other.OtherFunctions, FixedFreeDays = other.FixedFreeDays }) == other && OtherFunctions.Order().SequenceEqual(other.OtherFunctions.Order()) && FixedFreeDays.Order().SequenceEqual(other.FixedFreeDays.Order());
}
