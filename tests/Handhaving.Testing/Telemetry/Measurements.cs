using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Handhaving.Testing.Telemetry;

/// <summary>Hears what is measured in this process, by instrument and tags.</summary>
public sealed class Measurements : IDisposable
{
    private readonly MeterListener listener = new();
    private readonly ConcurrentDictionary<string, double> sums = [];
    private readonly ConcurrentDictionary<string, long> counts = [];

    public Measurements(string meter)
    {
        listener.InstrumentPublished = (instrument, hearing) =>
        {
            if (instrument.Meter.Name == meter) hearing.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Hear(instrument, value, tags));
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Hear(instrument, value, tags));
        listener.Start();
    }

    /// <summary>How often an instrument was used; with tags as in <c>name{key=value}</c>, or whatever the tags without.</summary>
    public long CountOf(string instrument) => counts.GetValueOrDefault(instrument);

    /// <summary>Sum of what was measured.</summary>
    public double SumOf(string instrument) => sums.GetValueOrDefault(instrument);

    public void Dispose() => listener.Dispose();

    private void Hear(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        Add(instrument.Name, value);
        foreach (var (key, tag) in tags) Add($"{instrument.Name}{{{key}={tag}}}", value);
    }

    private void Add(string name, double value)
    {
        counts.AddOrUpdate(name, 1, (_, count) => count + 1);
        sums.AddOrUpdate(name, value, (_, sum) => sum + value);
    }
}
