using Handhaving.Capacity.Blocks;

namespace Handhaving.Capacity.Triangle.Options;

/// <summary>Finds another time for a request at which all its people are free: the same hour of the same weekday first, then the same hour of another day, then any quarter, each the nearest first.</summary>
internal static class OtherTime
{
    private const int FarthestDays = 14;
    private const int NightEnds = 7; // by the local clock

    // What claims more is tried by whole days alone: each of 2,700 quarters would be held against all of it.
    private const int MostClaims = 1000;
    private static readonly TimeZoneInfo Local = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    /// <summary>How far from the time asked it may be.</summary>
    public static TimeSpan Farthest { get; } = TimeSpan.FromDays(FarthestDays);

    /// <returns>How much later, negative when earlier; zero when there is no such time.</returns>
    public static TimeSpan Of(Situation situation, DateTimeOffset now)
    {
        if (situation.AskedOne is not { } asked) return TimeSpan.Zero;
        var first = asked.Lines.Min(line => line.Interval.Start);
        var own = situation.CaseOf(asked).Count.Promised;
        var claims = Claims.Of(Acts.MovedBy(asked, TimeSpan.Zero).SelectMany(line => line.Claims())).ByBlock;

        bool IsFree(TimeSpan shift) => first + shift >= now && claims.All(pair =>
        {
            var key = pair.Key with { Start = pair.Key.Start + shift };
            return pair.Value <= own[key] + Math.Max(0, situation.CountAt(key).Free);
        });

        return Shifts(first, claims.Count <= MostClaims).FirstOrDefault(IsFree);
    }

    private static IEnumerable<TimeSpan> Shifts(DateTimeOffset first, bool byQuarter)
    {
        int[] days = [.. Enumerable.Range(1, FarthestDays).SelectMany(day => new[] { day, -day })];
        var byHour = days.OrderBy(day => day % 7 == 0 ? 0 : 1).Select(day => SameHour(first, day)).Where(shift => shift.Duration() <= Farthest);
        var quarters = Enumerable.Range(1, (int)(Farthest / Interval.Block)).SelectMany(count => new[] { count * Interval.Block, -count * Interval.Block });
        return !byQuarter ? byHour : byHour.Concat(quarters.Where(shift => IsByNight(first) || !IsByNight(first + shift)));
    }

    // What was asked by day does not begin in the night.
    private static bool IsByNight(DateTimeOffset start) => TimeZoneInfo.ConvertTime(start, Local).Hour < NightEnds;

    // By the local clock, which may change in between.
    private static TimeSpan SameHour(DateTimeOffset first, int days)
    {
        var there = TimeZoneInfo.ConvertTime(first, Local).DateTime.AddDays(days);
        return new DateTimeOffset(there, Local.GetUtcOffset(there)) - first;
    }
}
