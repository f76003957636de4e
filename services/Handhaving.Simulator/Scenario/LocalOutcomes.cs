namespace Handhaving.Simulator.Scenario;

/// <summary>The outcomes that each municipality records: its own list, which need not have those of the measured shares.</summary>
/// <param name="codes">Codes by municipality, in the order of its list.</param>
public sealed class LocalOutcomes(IReadOnlyDictionary<string, IReadOnlyList<string>> codes)
{
    /// <summary>The report as it ends where it happens: an outcome that is not known there becomes one that is, the same for the same report.</summary>
    public ReportPlan Fit(ReportPlan report) =>
        codes.GetValueOrDefault(report.Neighbourhood.Municipality) is { Count: > 0 } known && !known.Contains(report.Disposition)
            ? report with { Disposition = known[report.Number % known.Count] }
            : report;
}
