using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Fleet;
using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Recommendation.Storing;
using Handhaving.Dispatch.Types;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Settings;

namespace Handhaving.Dispatch.Recommendation;

/// <summary>Gathers what a recommendation depends on: the incident, whose units its caller may be shown, what the municipality decided, and an index of units that is up to date.</summary>
public sealed class PrepareQuestion(RecommendationStore store, FleetKeeper fleet, IncidentCatalog catalog, TenantSettings settings, TimeProvider clock)
{
    /// <exception cref="ServiceDefaults.Errors.RuleBroken">INCIDENT_NOT_OPEN, INCIDENT_CANCELLED, INCIDENT_NOT_CLASSIFIED, INCIDENT_SET_ASIDE, UNITS_NOT_KNOWN.</exception>
    public async Task<Question> HandleAsync(IncidentName name, Wish wish, Call call, CancellationToken cancellation)
    {
        var caughtUp = fleet.CatchUpAsync(cancellation);
        var asked = await ReadAsync(name, call, caughtUp, cancellation);
        asked.Incident.RequireWaiting();
        return await QuestionAsync(asked, wish, call, cancellation);
    }

    /// <summary>Of several incidents of one municipality those that still wait, for a free unit of the region; the others are left out.</summary>
    /// <exception cref="ServiceDefaults.Errors.RuleBroken">UNITS_NOT_KNOWN.</exception>
    public async Task<IReadOnlyDictionary<IncidentName, Question>> ManyAsync(IReadOnlyCollection<IncidentName> names, Call call, CancellationToken cancellation)
    {
        await fleet.CatchUpAsync(cancellation);
        var asked = await Task.WhenAll(names.Select(name => store.ReadAsync(name, call, cancellation)));
        var wish = new Wish(AssignmentRole.Primary, 1, 1, 0);
        Dictionary<IncidentName, Question> questions = [];
        foreach (var one in asked.Where(one => one.Incident is { IsClassified: true, State: IncidentState.Pending })) questions[one.Incident.Name] = OfFreeAlone(await QuestionAsync(one, wish, call, cancellation));
        return questions;
    }

    private static Question OfFreeAlone(Question question) => question with { Reach = question.Reach.OfFreeAlone() };

    private async Task<Question> QuestionAsync(Asked asked, Wish wish, Call call, CancellationToken cancellation)
    {
        var (incident, terms) = (asked.Incident, RecommendationTerms.Of(await settings.OfAsync(asked.Incident.Name.Tenant, cancellation)));
        var now = clock.GetUtcNow();
        var demand = terms.Staffing.Over(incident.Demand(catalog.TypeOf(incident), wish.Role, terms.AllowedEquipment), incident.Priority, now);
        return new(incident, demand, new(asked.Region, call.Caller.Tenants, terms.Borrowing.IsUrgent(incident), call.Restricted), terms, wish, now);
    }

    // What nobody may see is not found, whether or not the units are known.
    private async Task<Asked> ReadAsync(IncidentName name, Call call, Task caughtUp, CancellationToken cancellation)
    {
        var asked = store.ReadAsync(name, call, cancellation);
        await Task.WhenAll(asked, caughtUp).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var found = await asked;
        await caughtUp;
        return found;
    }
}
