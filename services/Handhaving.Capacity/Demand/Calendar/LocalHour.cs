namespace Handhaving.Capacity.Demand.Calendar;

/// <summary>One elapsed hour, and what Dutch clocks show at its start.</summary>
/// <param name="Start">In UTC.</param>
/// <param name="Date">Local date.</param>
/// <param name="Hour">0 to 23; on the autumn change two elapsed hours show 2, on the spring change none does.</param>
public readonly record struct LocalHour(DateTimeOffset Start, DateOnly Date, int Hour);
