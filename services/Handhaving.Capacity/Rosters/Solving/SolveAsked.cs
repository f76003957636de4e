using Handhaving.Capacity.People;
using Handhaving.Capacity.Rostering.Problem;

namespace Handhaving.Capacity.Rosters.Solving;

/// <summary>A kind of shift that the solver may give: by the local clock, on any day.</summary>
/// <param name="Code">What it is called in the request.</param>
/// <param name="Unit">Unit of dispatch; empty = none.</param>
/// <param name="BreakMinutes">Null = what the law asks for its length.</param>
public sealed record ShiftTemplate(string Code, string Function, string Unit, string Activity, TimeOnly Start, TimeSpan Length, int? BreakMinutes);

/// <summary>How many people a kind of shift wants on one day.</summary>
/// <param name="Weight">What one person too few costs; the higher the priority, the higher.</param>
public sealed record CoverAsked(DateOnly Day, string Code, int Wanted, int Weight);

/// <summary>What the solver is to make of a draft.</summary>
/// <param name="Seconds">Work of the search: about seconds of one core, the same on every machine, so that one seed gives one roster.</param>
public sealed record SolveAsked(IReadOnlyList<ShiftTemplate> Kinds, IReadOnlyList<CoverAsked> Cover, ulong Seed, double Seconds)
{
    public IReadOnlyList<WishAsked> Wishes { get; init; } = [];

    /// <summary>Wishes that people gave before; of who wishes something of a day in the request, that holds instead.</summary>
    public IReadOnlyList<WishAsked> KeptWishes { get; init; } = [];

    /// <summary>Null = those of the team.</summary>
    public TermWeights? Weights { get; init; }
}

/// <summary>What a person would like on one day.</summary>
/// <param name="Code">The shift; empty = any, of somebody who would rather be free.</param>
/// <param name="Weight">What it costs when it does not come true.</param>
public sealed record WishAsked(OfficerName Officer, DateOnly Day, string Code, WishKind Wish, int Weight)
{
    /// <summary>What a wish costs of which nobody said how much it weighs.</summary>
    public const int UsualWeight = 5;
}
