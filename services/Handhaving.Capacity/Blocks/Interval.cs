using Handhaving.Capacity.Ledger;

namespace Handhaving.Capacity.Blocks;

/// <summary>A stretch of time, its end not in it; it claims every quarter of an hour that it touches.</summary>
/// <remarks>Offsets of Europe/Amsterdam are whole hours, so that a quarter by the local clock is one in UTC: a local day has 96 blocks, or 92 or 100 where the clock changes.</remarks>
public readonly record struct Interval(DateTimeOffset Start, DateTimeOffset End)
{
    private const int FirstYear = 2000;
    private const int LastYear = 2199;

    public static TimeSpan Block { get; } = TimeSpan.FromMinutes(15);

    /// <summary>Starts of the blocks it touches, in order.</summary>
    public IEnumerable<DateTimeOffset> Blocks()
    {
        for (var start = BlockOf(Start); start < End; start += Block) yield return start;
    }

    /// <exception cref="ServiceDefaults.Errors.RuleBroken">INTERVAL_EMPTY, INTERVAL_OUT_OF_REACH, INTERVAL_TOO_LONG.</exception>
    public void Require(TimeSpan longest)
    {
        LedgerRules.NotEmpty.Require(End > Start);
        LedgerRules.InReach.Require(Start.UtcDateTime.Year >= FirstYear && End.UtcDateTime.Year <= LastYear, ("first", $"{FirstYear}"), ("last", $"{LastYear}"));
        LedgerRules.NotTooLong.Require(End - Start <= longest, ("days", $"{longest.TotalDays:0}"));
    }

    /// <summary>The block in which a moment lies, by its start in UTC.</summary>
    public static DateTimeOffset BlockOf(DateTimeOffset moment) => new(moment.UtcTicks - moment.UtcTicks % Block.Ticks, TimeSpan.Zero);
}
