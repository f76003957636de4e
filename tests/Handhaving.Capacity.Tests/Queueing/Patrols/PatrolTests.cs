using CsCheck;
using Handhaving.Capacity.Queueing;
using Handhaving.Capacity.Queueing.Patrols;
using Handhaving.Capacity.Queueing.Priorities;

namespace Handhaving.Capacity.Tests.Queueing.Patrols;

public sealed class PatrolTests
{
    private static readonly PatrolArea Area = new(160, 400, 50, 25);
    private static readonly PatrolHour Evening = new(Area, new([1, 3, 2], 1800), 0.7);
    private static readonly PatrolTargets Nothing = new();

    private static readonly Gen<PatrolHour> Hours = Gen.Select(Gen.Double[0, 4].Array[1, 3], Gen.Double[300, 3600], Gen.Double[0.3, 1])
        .Select((calls, seconds, availability) => new PatrolHour(Area, new PriorityLoad(calls, seconds), availability));

    private static readonly Gen<PatrolTargets> Targets = Gen.Select(Gen.Double[0.3, 0.9], Gen.Double[60, 900], Gen.Double[300, 1200], Gen.Double[0, 0.25])
        .Select((utilisation, wait, response, share) => new PatrolTargets { MaximumUtilisation = utilisation, MaximumWaitSeconds = [null, wait], MaximumMeanResponseSeconds = response, MinimumPatrolShare = share });

    [Fact]
    public void One_free_unit_and_no_calls_drives_the_square_root_distance_and_patrols_all_day()
    {
        var forecast = new PatrolHour(new(100, 250, 50, 25), new([0], 1800), 1).With(4);

        Assert.NotNull(forecast.AtFloor);
        Assert.Equal(forecast.AtFloor.MeanTravelSeconds, forecast.AtCeiling?.MeanTravelSeconds);
        Assert.Equal(0.627 * 5 / 50 * 3600, forecast.AtFloor.MeanTravelSeconds, 9);
        Assert.Equal((0, 0, 0, 0.4, 1), (forecast.AtFloor.Utilisation, forecast.AtFloor.ProbabilityWait, forecast.AtFloor.MeanWaitSeconds, forecast.AtFloor.PassesPerHour, forecast.PatrolShare));
    }

    [Fact]
    public void One_more_unit_never_worsens_a_measure() => Gen.Select(Hours, Gen.Int[0, 30]).Sample((hour, planned) =>
    {
        var (now, more) = (hour.With(planned), hour.With(planned + 1));

        Assert.True(more.PatrolShare >= now.PatrolShare - 1e-12);
        NotWorse(now.AtFloor, more.AtFloor);
        NotWorse(now.AtCeiling, more.AtCeiling);
        NotWorse(now.AtFloor, now.AtCeiling);
        Assert.True(now.MeanResponseSeconds is null || more.MeanResponseSeconds <= now.MeanResponseSeconds + 1e-9);
    });

    [Fact]
    public void The_units_for_a_target_meet_it_and_one_fewer_misses_it() => Gen.Select(Hours, Targets).Sample((hour, targets) =>
    {
        if (PatrolStaffing.SmallestFor(hour, targets, 200) is not { } planned) return;

        Assert.Empty(targets.MissedBy(hour.With(planned)));
        Assert.True(planned == 1 || targets.MissedBy(hour.With(planned - 1)).Count > 0);
    });

    [Fact]
    public void One_fewer_names_the_targets_that_fall_and_the_time_it_costs()
    {
        var targets = new PatrolTargets { MaximumUtilisation = 0.75, MaximumProbabilityWait = 0.999, MinimumPatrolShare = 0.1 };
        var planned = PatrolStaffing.SmallestFor(Evening, targets, 20);

        var fewer = PatrolStaffing.WithFewer(Evening, targets, planned ?? 0, 1);

        Assert.Equal(6, planned);
        Assert.Equal([PatrolTarget.Stable], fewer.Missed);
        Assert.Null(fewer.AddedResponseSeconds);
        Assert.True(PatrolStaffing.WithFewer(Evening, targets, 9, 1).AddedResponseSeconds > 0);
    }

    [Fact]
    public void Each_target_is_held_against_its_measure()
    {
        var forecast = Evening.With(8);

        Assert.Equal(
            Enum.GetValues<PatrolTarget>().Except([PatrolTarget.Stable]),
            new PatrolTargets
            {
                MaximumUtilisation = 0.1, MaximumProbabilityWait = 0, MaximumWaitSeconds = [0], MaximumMeanTravelSeconds = 1, MaximumMeanResponseSeconds = 1, MinimumPassesPerHour = 100, MinimumPatrolShare = 0.9,
            }.MissedBy(forecast).Order());
        Assert.Empty(Nothing.MissedBy(forecast));
    }

    [Fact]
    public void A_target_beyond_all_units_has_no_number() => Assert.Null(PatrolStaffing.SmallestFor(Evening, new() { MinimumPatrolShare = 0.7 }, 100));

    [Fact]
    public void Unit_hours_go_first_to_the_targets_and_then_where_callers_win_most()
    {
        var night = new PatrolHour(Area, new([0.5, 0.5], 1800), 0.7);

        Assert.Null(PatrolAllocation.Divide([Evening, night], Nothing, 7));
        Assert.Equal([6, 2], PatrolAllocation.Divide([Evening, night], Nothing, 8));
        var divided = PatrolAllocation.Divide([Evening, night], Nothing, 14);
        Assert.NotNull(divided);
        Assert.Equal(14, divided.Sum());
        Assert.True(divided[0] > divided[1]);
    }

    [Fact]
    public void More_unit_hours_never_cost_callers_time() => Gen.Select(Hours.Array[1, 4], Gen.Int[10, 60]).Sample((hours, unitHours) =>
    {
        if (PatrolAllocation.Divide(hours, Nothing, unitHours) is not { } divided) return;

        Assert.Equal(unitHours, divided.Sum());
        Assert.True(Total(hours, PatrolAllocation.Divide(hours, Nothing, unitHours + 1) ?? []) <= Total(hours, divided) + 1e-6);
    });

    [Fact]
    public void Numbers_that_are_none_are_refused()
    {
        Refused.By(QueueingRules.Positive, () => new PatrolArea(0, 1, 1, 1));
        Refused.By(QueueingRules.Positive, () => new PatrolArea(1, 1, double.NaN, 1));
        Refused.By(QueueingRules.Availability, () => new PatrolHour(Area, new([1], 60), 1.1));
        Refused.By(QueueingRules.Count, () => Evening.With(-1));
        Refused.By(QueueingRules.NotNegative, () => PatrolStaffing.SmallestFor(Evening, new() { MaximumWaitSeconds = [double.NaN] }, 10));
        Refused.By(QueueingRules.Count, () => PatrolStaffing.SmallestFor(Evening, Nothing, 0));
        Refused.By(QueueingRules.Count, () => PatrolStaffing.WithFewer(Evening, Nothing, 3, 4));
        Refused.By(QueueingRules.Count, () => PatrolAllocation.Divide([], Nothing, 1));
        Refused.By(QueueingRules.Count, () => PatrolAllocation.Divide([Evening], Nothing, 0));
    }

    private static double Total(IReadOnlyList<PatrolHour> hours, IReadOnlyList<int> planned) =>
        hours.Zip(planned, (hour, units) => hour.Calls.Total.ArrivalsPerHour * (hour.With(units).MeanResponseSeconds ?? double.PositiveInfinity)).Sum();

    private static void NotWorse(PatrolMeasures? now, PatrolMeasures? more)
    {
        if (now is null) return;
        Assert.NotNull(more);
        Assert.True(more.Utilisation <= now.Utilisation);
        Assert.True(more.ProbabilityWait <= now.ProbabilityWait);
        Assert.True(more.MeanTravelSeconds <= now.MeanTravelSeconds + 1e-9);
        Assert.True(more.MeanWaitSeconds <= now.MeanWaitSeconds + 1e-9);
        Assert.True(more.PassesPerHour >= now.PassesPerHour);
        Assert.All(more.WaitSeconds.Zip(now.WaitSeconds), wait => Assert.True(wait.First <= wait.Second + 1e-9));
    }
}
