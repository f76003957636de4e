using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Recommendation.Searching;
using Handhaving.Dispatch.Units;

namespace Handhaving.Dispatch.Recommendation.Travel;

/// <summary>Replaces the reckoned travel of the few best candidates by a routing engine's, within a time budget; what it does not give stays as reckoned.</summary>
public sealed partial class RoutedTravel(RoadRouter router, RoutingOptions options, RouterRest rest, TimeProvider clock, ILogger<RoutedTravel> logger)
{
    /// <summary>So many of the best by reckoned travel are asked for.</summary>
    public const int Best = 20;

    public bool IsConfigured => options.Url is not null;

    /// <summary>The candidates with their travel, in the order given.</summary>
    public async Task<IReadOnlyList<Candidate>> TravelAsync(IReadOnlyList<Candidate> best, Question question, CancellationToken cancellation)
    {
        if (question.Place is not { } place || best.Count == 0) return best;
        if (rest.IsOn) return [.. best.Select(NotRouted)];
        using var budget = new CancellationTokenSource(TimeSpan.FromMilliseconds(options.BudgetMilliseconds), clock);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(budget.Token, cancellation);
        var tables = await Task.WhenAll(best.GroupBy(candidate => candidate.Unit.Unit.Kind).Select(kind => TableAsync(kind.Key, [.. kind], question, place, limit.Token)));
        cancellation.ThrowIfCancellationRequested();
        var routed = tables.SelectMany(table => table).ToDictionary(candidate => candidate.Unit.Unit.Name);
        return [.. best.Select(candidate => routed[candidate.Unit.Unit.Name])];
    }

    private async Task<IEnumerable<Candidate>> TableAsync(UnitKind kind, IReadOnlyList<Candidate> candidates, Question question, Point place, CancellationToken limit)
    {
        try
        {
            var times = await router.TableAsync(options.ProfileOf(kind), [.. candidates.Select(candidate => candidate.Unit.PlaceAt(candidate.Fix, question.Now))], place, limit);
            return candidates.Zip(times, (candidate, time) => time is { } found ? candidate with { Travel = found } : NotRouted(candidate));
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException)
        {
            rest.Begin();
            LogAway(failure.GetType().Name);
            return candidates.Select(NotRouted);
        }
    }

    private static Candidate NotRouted(Candidate candidate) => candidate with { Travel = candidate.Travel with { Source = TravelSource.NotRouted } };

    [LoggerMessage(EventId = 2501, Level = LogLevel.Warning, Message = "The routing engine does not answer in time ({Failure}); travel is reckoned for now")]
    private partial void LogAway(string failure);
}
