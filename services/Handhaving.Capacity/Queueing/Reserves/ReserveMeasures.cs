namespace Handhaving.Capacity.Queueing.Reserves;

/// <summary>What both priorities meet.</summary>
public sealed record ReserveMeasures(ReserveWait High, ReserveWait Low);

/// <summary>Chance of having to wait, and the mean wait over all calls of this priority.</summary>
public sealed record ReserveWait(double ProbabilityWait, double MeanWaitSeconds);
