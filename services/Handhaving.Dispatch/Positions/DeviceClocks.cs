namespace Handhaving.Dispatch.Positions;

/// <summary>Puts positions of a clock that runs ahead on ours: one kept at its own time would shut out every true one until that time has come.</summary>
public static class DeviceClocks
{
    /// <summary>Per unit and source the newest position that is ahead counts as of now and those beside it are as much earlier; what is too far ahead stays as it is, to be refused.</summary>
    public static IReadOnlyList<UnitFix> SetBack(IReadOnlyList<UnitFix> fixes, DateTimeOffset now)
    {
        var ahead = fixes.Where(fix => fix.Fix.At > now && fix.Fix.At <= now + FixRules.ClockTolerance)
            .GroupBy(ClockOf).ToDictionary(clock => clock.Key, clock => clock.Max(fix => fix.Fix.At) - now);
        if (ahead.Count == 0) return fixes;
        return [.. fixes.Select(fix => fix.Fix.At <= now + FixRules.ClockTolerance && ahead.TryGetValue(ClockOf(fix), out var by) ? fix with { Fix = fix.Fix with { At = fix.Fix.At - by } } : fix)];
    }

    private static (Units.UnitName? Unit, FixSource Source) ClockOf(UnitFix fix) => (fix.Unit, fix.Fix.Source);
}
