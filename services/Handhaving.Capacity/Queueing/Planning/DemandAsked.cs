using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.Demand;

namespace Handhaving.Capacity.Queueing.Planning;

/// <summary>Calls that are to be expected, of which hours and areas.</summary>
/// <param name="Weeks">To look back for ordinary days.</param>
/// <param name="MeanServiceSeconds">Null = as it was in the weeks looked back on.</param>
public sealed record DemandAsked(Interval Interval, DemandFilter Filter, int Weeks, double? MeanServiceSeconds);
