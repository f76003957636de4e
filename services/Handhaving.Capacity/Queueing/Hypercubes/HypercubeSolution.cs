namespace Handhaving.Capacity.Queueing.Hypercubes;

/// <summary>All states of a region and what follows from them.</summary>
/// <param name="StateProbabilities">Chance of each state with no call waiting; bit n of the index is 1 when unit n is busy.</param>
/// <param name="ProbabilityLine">P_Q: chance that calls wait; with the states it sums to 1.</param>
/// <param name="Forecast">Workloads and dispatches.</param>
public sealed record HypercubeSolution(IReadOnlyList<double> StateProbabilities, double ProbabilityLine, DispatchForecast Forecast);
