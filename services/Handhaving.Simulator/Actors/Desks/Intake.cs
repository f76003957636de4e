using System.Collections.Concurrent;
using Google.Protobuf.WellKnownTypes;
using Handhaving.Dispatch.V1;
using Handhaving.Geo.V1;
using Handhaving.Simulator.Ledger;
using Handhaving.Simulator.Scenario;
using Handhaving.Simulator.Scenario.Places;
using Handhaving.Simulator.Wire;

namespace Handhaving.Simulator.Actors.Desks;

/// <summary>Whoever takes the call at a desk: looks whether the event is known already, and records the report.</summary>
public sealed class Intake(Platform platform, Intentions intentions, SimulationClock clock, Tally tally)
{
    private const int RadiusMeters = 250;
    private readonly ConcurrentDictionary<int, Incident> open = new();

    /// <summary>The incident of an earlier report of the same event, when the platform proposes it; null when this is the first, or it was not proposed.</summary>
    public async Task<Incident?> FindSameAsync(ReportPlan plan, CancellationToken cancellation)
    {
        var first = OpenOf(plan);
        var ask = new FindDuplicatesRequest { Parent = ParentOf(plan), Type = plan.Kind.Code, Position = ToPosition(plan.Place), RadiusMeters = RadiusMeters };
        var answer = await platform.Caller.AskAsync("FindDuplicates", options => platform.Incidents.FindDuplicatesAsync(ask, options), cancellation);
        if (first is not null && answer.Candidates.Any(candidate => candidate.Incident.Name == first.Name))
        {
            tally.Count(Happening.DuplicateFound);
            return first;
        }
        if (first is not null && await IsOpenAsync(first, cancellation))
            tally.Count(Happening.DuplicateMissed);
        else if (first is null && answer.Candidates.Count > 0)
            tally.Count(Happening.DuplicateProposed);
        return null;
    }

    /// <summary>Records a report; the reporter called when its entry began.</summary>
    public async Task<Incident> ReportAsync(ReportPlan plan, CancellationToken cancellation)
    {
        var call = intentions.To("ReportIncident", $"{plan.Number}");
        var mark = intentions.MarkOf(plan.Number);
        var request = new ReportIncidentRequest
        {
            Parent = ParentOf(plan),
            RequestId = call.RequestId,
            Incident = new()
            {
                Source = plan.Source,
                Type = plan.Kind.Code,
                Priority = plan.Priority,
                Description = $"{plan.Kind.Text} {mark}",
                ReportTime = Timestamp.FromDateTimeOffset(clock.RealTimeBefore(plan.Entry)),
                Location = new() { Position = ToPosition(plan.Place), AccuracyMeters = 50, Description = plan.Neighbourhood.Name },
            },
        };
        var answer = await platform.Caller.SendAsync(
            call, new Effect(Effect.Reported, mark), options => platform.Incidents.ReportIncidentAsync(request, options),
            answer => answer.Incident.ToChange(), cancellation);
        open[plan.Number] = answer.Incident;
        tally.Count(Happening.Reported);
        return answer.Incident;
    }

    /// <summary>From now on nobody can tell of it again.</summary>
    public void Forget(ReportPlan plan) => open.TryRemove(plan.Number, out _);

    /// <summary>What is open after the question was open when it was asked: what others tell of again is never reopened.</summary>
    private async Task<bool> IsOpenAsync(Incident first, CancellationToken cancellation) =>
        (await platform.GetIncidentAsync(first.Name, cancellation)).State is not (IncidentState.Handled or IncidentState.Closed or IncidentState.Cancelled);

    private Incident? OpenOf(ReportPlan plan) => plan.SameAs is { } first ? open.GetValueOrDefault(first) : null;

    private static string ParentOf(ReportPlan plan) => $"municipalities/{plan.Neighbourhood.Municipality}";

    private static Position ToPosition(Point place) => new() { Latitude = place.Latitude, Longitude = place.Longitude };
}
