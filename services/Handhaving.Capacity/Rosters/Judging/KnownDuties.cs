using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.People;
using Handhaving.Capacity.People.Teams;
using Handhaving.Capacity.Rosters.Publishing;
using Handhaving.Capacity.WorkingTime;

namespace Handhaving.Capacity.Rosters.Judging;

/// <summary>What a roster is judged by: its people, the powers that functions ask, and what its people work or worked besides.</summary>
/// <param name="Officers">Who works for the owner, lent people included, by name.</param>
/// <param name="Powers">By function code.</param>
/// <param name="Elsewhere">Shifts of other published rosters and hours worked, by person.</param>
public sealed record KnownDuties(IReadOnlyDictionary<OfficerName, Officer> Officers, IReadOnlyDictionary<string, FunctionPowers> Powers, ILookup<OfficerName, WorkShift> Elsewhere)
{
    /// <summary>What the team asks of its rosters.</summary>
    public TeamTerms Terms { get; init; } = TeamTerms.Usual;

    /// <summary>Days of other published rosters that told somebody what they work, by person.</summary>
    public ILookup<OfficerName, Interval> ToldDays { get; init; } = Array.Empty<Interval>().ToLookup(_ => default(OfficerName));

    /// <param name="before">Shifts of the roster that changes or is replaced; null = it told nothing yet.</param>
    public ToldWork Told(IReadOnlyList<PlannedShift>? before) => new(before, ToldDays, Elsewhere);
}
