using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Recommendation.Ranking;
using Handhaving.Dispatch.Recommendation.Searching;
using Handhaving.Dispatch.Recommendation.Storing;
using Handhaving.Dispatch.Recommendation.Travel;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Audit;

namespace Handhaving.Dispatch.Recommendation;

/// <summary>Says which units fit an incident and why the others do not; keeps the answer as it was shown.</summary>
public sealed class RecommendUnits(RecommendationStore store, PrepareQuestion prepare, FleetSearch units, RoutedTravel roads, TimeProvider clock)
{
    public async Task<UnitRecommendation> HandleAsync(IncidentName name, Wish wish, Call call, CancellationToken cancellation)
    {
        var began = clock.GetTimestamp();
        var question = await prepare.HandleAsync(name, wish, call, cancellation);
        var found = await FindAsync(question, cancellation);
        var recommendation = UnitRanking.Rank(question, found, Guid.CreateVersion7(question.Now), call.Caller.Subject);
        var line = AuditLine.Of(call, name.Value, question.Now, question.Incident.Version) with { RowCount = recommendation.Considered };
        await store.KeepAsync(name, recommendation, line, call, cancellation);
        DispatchMeters.RecommendationUnits.Record(recommendation.Considered);
        DispatchMeters.RecommendationDuration.Record(clock.GetElapsedTime(began).TotalSeconds, new KeyValuePair<string, object?>("fleet", FleetOf(recommendation.Considered)));
        return recommendation;
    }

    // The targets differ by it: 50 ms with 200 units, 250 ms with 5,000.
    private static string FleetOf(int units) => units switch
    {
        <= 200 => "up_to_200",
        <= 5_000 => "up_to_5000",
        _ => "larger",
    };

    private async Task<Findings> FindAsync(Question question, CancellationToken cancellation)
    {
        if (!roads.IsConfigured) return units.Find(question, question.Wish.Limit);
        var best = Math.Max(question.Wish.Limit, RoutedTravel.Best);
        var found = units.Find(question, best);
        return found with { Fitting = await roads.TravelAsync([.. found.Fitting.Take(best)], question, cancellation) };
    }
}
