using Google.Protobuf.WellKnownTypes;
using Handhaving.Capacity.Presence;
using Handhaving.Capacity.Tests.Service.Demand;
using Handhaving.Events.Dispatch;

namespace Handhaving.Capacity.Tests.Service.Presence;

/// <summary>Presence that dispatch tells of, against the norm, and what it does to the next shift. In Landgraaf, with calls that no theme takes.</summary>
public sealed class PresenceTests(CapacityRegion region)
{
    private const string Landgraaf = "municipalities/0882";

    [Fact]
    public async Task C19_presence_counts_per_district_and_shift_and_one_below_its_norm_weighs_more_in_the_next_shift()
    {
        var planner = Person.PlannerOfLandgraaf(region);
        var last = DayShift.Of(DateTimeOffset.UtcNow).Before();
        await region.OwnerAsync("""
            insert into demand_hour (tenant, starts_at, area, family, priority, arrivals, served, police_seconds, boa_seconds, travels, travel_seconds)
            select '0882', date_trunc('hour', now()) - make_interval(days => d), area, 'bicycle', 5, 1, 0, 0, 0, 0, 0 from generate_series(1, 20) d, unnest(array['WK0882P1', 'WK0882P2']) area
            """);
        var ask = new V1.ProposePatrolHoursRequest { Parent = Landgraaf, StartTime = last.After().End.ToTimestamp(), EndTime = last.After().After().End.ToTimestamp(), PlannedUnits = 4, MeanServiceSeconds = 600 };
        var before = await planner.Priorities.ProposePatrolHoursAsync(ask, planner.Call);
        foreach (var area in new[] { "WK0882P1", "WK0882P2" }) await NormAsync(planner, area, (V1.ShiftOfDay)last.Kind, 60);
        await region.TellAsync(Counted("WK0882P1", last.Start, 20, 10), Counted("WK0882P1", last.Start.AddHours(1), 30, 5), Counted("WK0882P2", last.Start, 10, 0), Counted("WK0882P2", last.Start.AddHours(-1), 60, 60));
        await region.UntilAsync(4, "select count(*) from presence_hour where tenant = '0882'");

        var presence = (await planner.Presence.ListPresenceAsync(new() { Parent = Landgraaf, StartTime = last.Start.ToTimestamp(), EndTime = last.End.ToTimestamp() }, planner.Call)).Presences;
        var after = await planner.Priorities.ProposePatrolHoursAsync(ask, planner.Call);

        Assert.Equal([("WK0882P1", 50, 15, 60, false), ("WK0882P2", 10, 0, 60, true)], presence.Select(one => (one.Area, one.BoaMinutes, one.PoliceMinutes, one.NormMinutes, one.BelowNorm)));
        Assert.All(presence, one => Assert.Equal((last.Start.ToTimestamp(), last.End.ToTimestamp(), (V1.ShiftOfDay)last.Kind), (one.StartTime, one.EndTime, one.Shift)));
        Assert.Equal(1, Ratio(before), 6);
        Assert.Equal(2, Ratio(after), 6);
        Assert.Equal(after.PatrolHours, after.Themes.Sum(theme => theme.Hours), 6);
    }

    [Fact]
    public async Task What_is_asked_wrongly_of_presence_is_refused_with_its_reason()
    {
        var (planner, stranger, mayor, now) = (Person.PlannerOfLandgraaf(region), Person.Planner(region), Person.Mayor(region, "0882"), Timestamp.FromDateTime(DateTime.UtcNow));

        Assert.Equal("AREA_OF_OTHER_MUNICIPALITY", await Failure.ReasonAsync(planner.Presence.PutPresenceNormAsync(Norm("WK097101", V1.ShiftOfDay.Day, 10), planner.Call)));
        Assert.Equal("INVALID_REQUEST", await Failure.ReasonAsync(planner.Presence.PutPresenceNormAsync(Norm("WK0882P1", V1.ShiftOfDay.Unspecified, 10), planner.Call)));
        Assert.Equal("NOT_FOUND", await Failure.ReasonAsync(stranger.Presence.PutPresenceNormAsync(Norm("WK0882P1", V1.ShiftOfDay.Day, 10), stranger.Call)));
        Assert.Equal("PERMISSION_MISSING", await Failure.ReasonAsync(mayor.Presence.PutPresenceNormAsync(Norm("WK0882P1", V1.ShiftOfDay.Day, 10), mayor.Call)));
        Assert.Equal("INTERVAL_EMPTY", await Failure.ReasonAsync(planner.Presence.ListPresenceAsync(new() { Parent = Landgraaf, StartTime = now, EndTime = now }, planner.Call)));
        Assert.Equal("INTERVAL_TOO_LONG", await Failure.ReasonAsync(planner.Presence.ListPresenceAsync(new() { Parent = Landgraaf, StartTime = now, EndTime = new() { Seconds = now.Seconds + 93 * 86400 } }, planner.Call)));
    }

    private static PresenceCounted Counted(string area, DateTimeOffset hour, int boa, int police) => new("0882", area, hour, boa, police, 1, DateTimeOffset.UtcNow);

    private static V1.PutPresenceNormRequest Norm(string area, V1.ShiftOfDay shift, int minutes) => new() { Parent = Landgraaf, Area = area, Shift = shift, Minutes = minutes, RequestId = Asked.Id() };

    private static async Task NormAsync(Person person, string area, V1.ShiftOfDay shift, int minutes) => await person.Presence.PutPresenceNormAsync(Norm(area, shift, minutes), person.Call);

    // Hours of the second district over those of the first.
    private static double Ratio(V1.ProposePatrolHoursResponse answer)
    {
        double Hours(string area) => answer.Themes.SelectMany(theme => theme.Areas).Where(one => one.Area == area).Sum(one => one.Hours);
        return Hours("WK0882P2") / Hours("WK0882P1");
    }
}
