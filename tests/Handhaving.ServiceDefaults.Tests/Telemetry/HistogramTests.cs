using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using Handhaving.ServiceDefaults.Telemetry;
using Xunit;

namespace Handhaving.ServiceDefaults.Tests.Telemetry;

/// <summary>A target can be read off a histogram only where it is the bound of a bucket.</summary>
public sealed class HistogramTests
{
    [Theory]
    [InlineData(0.010)] // stretch of the screens, alarms beside positions
    [InlineData(0.015)] // durable creates at half load
    [InlineData(0.020)] // screens, duplicates
    [InlineData(0.050)] // recommendation of 200 units, messages of a board
    [InlineData(0.100)] // a command
    [InlineData(0.250)] // an alarm on every desk, recommendation of 5,000 units
    [InlineData(0.500)] // another act of the console
    [InlineData(1.0)] // reconnect
    [InlineData(2.0)] // key complete to full display
    [InlineData(3.0)] // all healthy after a cold start
    [InlineData(25.0)] // the whole set-up
    public void A_target_in_seconds_is_a_bound(double target) => Assert.Contains(target, Buckets.Seconds);

    [Fact]
    public void Bounds_rise_and_hold_those_that_OpenTelemetry_sets_for_http()
    {
        Assert.Equal(Buckets.Seconds.Order().Distinct(), Buckets.Seconds);
        Assert.Subset(Buckets.Seconds.ToHashSet(), new HashSet<double> { 0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10 });
    }

    [Fact]
    public void Every_histogram_of_the_platform_says_its_bounds()
    {
        List<Instrument> histograms = [];
        using var listener = new MeterListener { InstrumentPublished = (instrument, _) => { if (instrument.Meter == Meters.Own && instrument.GetType().Name.StartsWith("Histogram", StringComparison.Ordinal)) histograms.Add(instrument); } };
        listener.Start();
        RuntimeHelpers.RunClassConstructor(typeof(Meters).TypeHandle);

        Assert.NotEmpty(histograms);
        Assert.All(histograms.OfType<Histogram<double>>(), histogram => Assert.Equal(Buckets.Seconds, histogram.Advice?.HistogramBucketBoundaries));
        Assert.All(histograms.OfType<Histogram<long>>(), histogram => Assert.NotEmpty(histogram.Advice?.HistogramBucketBoundaries ?? []));
    }
}
