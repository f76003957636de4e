using System.Text.Json;
using Handhaving.Capacity.People.Keeping;
using Handhaving.Capacity.Rosters.Solving;
using Handhaving.Capacity.WorkingTime;

namespace Handhaving.Capacity.Rosters.Publishing;

/// <summary>What a team asks of its rosters; data of the team.</summary>
/// <param name="ReservePercent">Part of the contract hours that no plan may take; null = none is kept.</param>
/// <param name="OutsideDistrictPercent">Part of the hours of district officers (wijkagenten) that may go outside their district without a reason.</param>
/// <param name="WorkingTime">The law, and the regulation beside it where there is one.</param>
/// <param name="Weights">What soft terms cost in a search.</param>
public sealed record TeamTerms(int? ReservePercent, int OutsideDistrictPercent, IReadOnlyList<WorkingTimeRules> WorkingTime, TermWeights Weights)
{
    private const int NormOutside = 20; // the norm is 80 per cent in the district

    /// <summary>The law alone, no reserve and no soft terms.</summary>
    public static TeamTerms Usual { get; } = new(null, NormOutside, [WorkingTimeRules.Statutory], new(0, 0, 0, 0));

    /// <exception cref="ServiceDefaults.Errors.RuleBroken">WORKING_TIME_SET_UNKNOWN.</exception>
    public static TeamTerms Of(StaffTeamRow team) =>
        new(team.ReservePercent, team.OutsideDistrictPercent, WorkingTimeRules.Of(team.WorkingTimeSet, JsonSerializer.Deserialize<Dictionary<string, double>>(team.WorkingTimeLimits) ?? []),
            JsonSerializer.Deserialize<TermWeights>(team.SolveWeights, JsonSerializerOptions.Web) ?? throw new JsonException("A team has no weights."));
}
