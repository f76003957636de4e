using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Recommendation;
using Handhaving.Dispatch.Types;
using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Dispatch.Tests.Incidents;

/// <summary>An incident stays of a size that a message carries, however often something is done with it.</summary>
public sealed class IncidentSizeTests
{
    private const int MostBytes = 4 << 20;
    private static readonly string Longest = new('\u20ac', 300); // three bytes each

    [Fact]
    public void It_keeps_the_last_places_and_the_history_has_all()
    {
        var incident = Given.Incident();

        for (var number = 1; number <= 50; number++) incident = incident.MoveTo(incident.Place with { Description = $"plaats {number}" }, Given.Act(number));

        Assert.Equal(Enumerable.Range(30, 20).Select(number => $"plaats {number}"), incident.PreviousPlaces.Select(place => place.Description));
        Assert.Equal(50, incident.Happenings.Count(happening => happening.Kind == "IncidentMoved"));
    }

    [Fact]
    public void It_takes_so_many_outcomes_and_no_more()
    {
        var incident = Given.Incident().OnScene();
        for (var number = 0; number < 20; number++) incident = incident.RecordDisposition("warning", Given.Act(number));

        var full = Assert.Throws<RuleBroken>(() => incident.RecordDisposition("warning", Given.Act(30)));
        var handled = incident.Clear(Given.AssignmentName(), "warning", Given.Act(31));

        Assert.Equal(IncidentRules.RoomForOutcome, full.Rule);
        Assert.Equal((IncidentState.Handled, 21, 21), (handled.State, handled.Dispositions.Count, handled.Outcomes.Count)); // a crew ends its job all the same, and what it says of it is kept
    }

    [Fact]
    public void It_takes_so_many_assignments_and_no_more()
    {
        var incident = Asked(Given.Incident(), 200);

        var full = Assert.Throws<RuleBroken>(() => incident.Offered(201));
        var settled = incident.RecordDisposition("warning", Given.Act(2));

        Assert.Equal(IncidentRules.RoomForUnit, full.Rule);
        Assert.Equal(IncidentState.Handled, settled.State); // and does not stay open for ever
    }

    [Fact]
    public void Filled_with_the_longest_texts_it_still_fits_in_a_message()
    {
        var incident = Asked(Given.Incident(), 200);
        for (var number = 0; number < 30; number++) incident = incident.MoveTo(incident.Place with { Description = $"{number} {Longest}"[..300] }, Given.Act(number));
        // As many as RecordDisposition takes, and one of each job.
        var outcome = new Disposition(new('x', 64), Longest[..60]) { EnglishDisplayName = Longest[..60] };
        incident = incident with { Dispositions = [.. Enumerable.Repeat(outcome.Code, 220)], Outcomes = [.. Enumerable.Repeat(outcome, 220)] };

        Assert.InRange(IncidentWire.ToWire(incident).CalculateSize(), 200_000, MostBytes / 2);
    }

    private static Incident Asked(Incident incident, int times)
    {
        for (var number = 1; number <= times; number++) incident = incident.Offered(number).Decline(Given.AssignmentName(number), Given.Act(1, Longest));
        return incident;
    }
}
