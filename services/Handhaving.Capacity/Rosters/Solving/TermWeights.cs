namespace Handhaving.Capacity.Rosters.Solving;

/// <summary>What a soft term costs each time that it is not met; 0 = it does not count. Data of the team, or as the request says.</summary>
/// <param name="Fairness">For each night, weekend or Sunday that the person had more in a year than who had fewest.</param>
/// <param name="Team">For a shift of somebody of another team.</param>
/// <param name="District">For a shift of a district officer (wijkagent) in another function.</param>
/// <param name="Change">For a shift or a free day that differs from the roster that is replaced.</param>
public sealed record TermWeights(int Fairness, int Team, int District, int Change);
