namespace Handhaving.Simulator.Ledger;

/// <summary>A unit's time on one assignment.</summary>
public sealed record Booking(string Unit, string Assignment, DateTimeOffset From, DateTimeOffset Until)
{
    /// <summary>Two processes of the platform stamp times by their own clocks; less than this is no overlap.</summary>
    private static readonly TimeSpan ClockDifference = TimeSpan.FromMilliseconds(250);

    /// <summary>Units that were on two assignments at once, one line for each pair that follows one another.</summary>
    public static IReadOnlyList<string> FindDouble(IEnumerable<Booking> bookings) =>
    [
        .. bookings.GroupBy(booking => booking.Unit)
            .Select(unit => unit.OrderBy(booking => booking.From).ToList())
            .SelectMany(unit => unit.Zip(unit.Skip(1)))
            .Where(pair => pair.Second.From < pair.First.Until - ClockDifference)
            .Select(pair => $"doubled: {pair.First.Unit} on {pair.First.Assignment} and {pair.Second.Assignment} at once"),
    ];
}
