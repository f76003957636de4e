using CsCheck;
using Handhaving.Capacity.Queueing;
using Handhaving.Capacity.Queueing.Loads;

namespace Handhaving.Capacity.Tests.Queueing.Loads;

public sealed class StaffingTests
{
    private static readonly Gen<ServiceTarget> Targets = Gen.Select(Gen.Double[0, 600], Gen.Double[0.01, 0.999]).Select((seconds, share) => new ServiceTarget(seconds, share));

    [Fact]
    public void The_published_call_centre_needs_55_for_its_published_share() =>
        Assert.Equal(55, Staffing.SmallestFor(new TrafficLoad(720, 240), new ServiceTarget(15, 0.8458)));

    [Fact]
    public void The_smallest_number_meets_the_target_and_one_fewer_misses_it() => Gen.Select(WaitingLineTests.Loads, Targets).Sample((load, target) =>
    {
        var units = Staffing.SmallestFor(load, target);
        return Meets(load, target, units) && (units == 1 || !Meets(load, target, units - 1));
    });

    [Fact]
    public void More_work_or_a_higher_promise_needs_no_fewer_units() => Gen.Select(WaitingLineTests.Loads, Targets).Sample((load, target) =>
    {
        var units = Staffing.SmallestFor(load, target);
        return Staffing.SmallestFor(new(load.ArrivalsPerHour * 1.2, load.MeanServiceSeconds), target) >= units
            && Staffing.SmallestFor(load, new(target.MaximumWaitSeconds, target.Share + (1 - target.Share) / 2)) >= units;
    });

    [Fact]
    public void The_square_root_rule_lies_within_one_unit_of_the_exact_number() => Gen.Select(Gen.Double[5, 2_000], Gen.Double[0.05, 0.8]).Sample((erlangs, probabilityWait) =>
    {
        var load = new TrafficLoad(erlangs, 3600);
        return Math.Abs(SquareRootStaffing.UnitsFor(load, probabilityWait) - Staffing.SmallestFor(load, new(0, 1 - probabilityWait))) <= 1;
    }, iter: 50);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    public void The_square_root_rule_stays_above_the_load(double erlangs, int least) =>
        Assert.InRange(SquareRootStaffing.UnitsFor(new TrafficLoad(erlangs, 3600), 0.99), least, least + 1);

    // Halfin and Whitt: at beta = 1 a call waits with chance 1 / (1 + 0.8413 / 0.2420) = 0.2234.
    [Fact]
    public void Beta_is_one_at_a_chance_of_waiting_of_22_percent() => Assert.Equal(1, SquareRootStaffing.BetaFor(0.22336), 3);

    [Theory]
    [InlineData(10, 0.714, 7, 8)]
    [InlineData(10, 0.7, 7, 7)]
    [InlineData(3, 1, 3, 3)]
    [InlineData(1, 0.4, 0, 1)]
    [InlineData(0, 0.4, 0, 0)]
    public void Effective_units_that_are_not_whole_have_a_floor_and_a_ceiling(int planned, double availability, int floor, int ceiling)
    {
        var units = new EffectiveUnits(planned, availability);

        Assert.Equal((planned * availability, floor, ceiling), (units.Exact, units.Floor, units.Ceiling));
    }

    [Fact]
    public void Each_model_says_in_which_limits_it_holds() =>
        Assert.All(Enum.GetValues<QueueingModel>(), model => Assert.NotEqual(ModelLimits.Of(model).English, ModelLimits.Of(model).Dutch));

    private static bool Meets(TrafficLoad load, ServiceTarget target, int units) =>
        WaitingLine.Of(load, units).Waiting is { } waiting && waiting.ShareWithin(target.MaximumWaitSeconds) >= target.Share;
}
