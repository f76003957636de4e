using Handhaving.Simulator.Actors.Units;
using Handhaving.Simulator.Scenario;
using Xunit;

namespace Handhaving.Simulator.Tests.Scenario;

public sealed class ServiceTimeTests
{
    // p90 of a log-normal is the median times e^(1.2816 sigma); the cut at p99.5 moves it by less than the tolerance.
    [Theory]
    [InlineData(60, 0.87)]
    [InlineData(3.4, 1.54)]
    [InlineData(900, 1.32)]
    [InlineData(558, 1.11)]
    public void Durations_have_their_median_and_their_ninetieth_percentile(double median, double sigma)
    {
        var time = new ServiceTime(median, sigma);
        var chance = new Chance(5, $"service/{median}");
        var sorted = Enumerable.Range(0, 100_000).Select(_ => time.Sample(chance).TotalSeconds).Order().ToList();

        Assert.InRange(sorted[50_000] / median, 0.96, 1.04);
        Assert.InRange(sorted[90_000] / (median * Math.Exp(1.2816 * sigma)), 0.93, 1.04);
        Assert.InRange(sorted[^1], 0, time.Longest.TotalSeconds);
    }

    [Fact]
    public void A_unit_declines_and_stays_silent_as_often_as_it_is_like()
    {
        var chance = new Chance(9, "answers");
        var temperament = new Temperament(0.08, 0.04, 0.02);
        var answers = Enumerable.Range(0, 50_000).Select(_ => temperament.Answer(chance)).ToLookup(answer => answer);

        Assert.Equal(0.08, answers[CrewAnswer.Decline].Count() / 50_000.0, 0.005);
        Assert.Equal(0.02, answers[CrewAnswer.Late].Count() / 50_000.0, 0.005);
        Assert.Equal(0.04, answers[CrewAnswer.Silent].Count() / 50_000.0, 0.005);
    }
}
