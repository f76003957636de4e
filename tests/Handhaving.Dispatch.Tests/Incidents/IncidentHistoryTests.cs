using Handhaving.Dispatch.Data;
using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Incidents.History;
using Xunit;

namespace Handhaving.Dispatch.Tests.Incidents;

/// <summary>What happened, in order and without holes, and what is kept of it.</summary>
public sealed class IncidentHistoryTests
{
    [Fact]
    public void A_whole_job_leaves_one_happening_per_step_without_holes()
    {
        var incident = Given.Incident().OnScene().Clear(Given.AssignmentName(), "warning", Given.Act(5)).Close(Given.Act(6));

        Assert.Equal(
            ["IncidentReceived", "AssignmentOffered", "AssignmentAccepted", "AssignmentEnRoute", "AssignmentOnScene", "AssignmentCleared", "IncidentHandled", "IncidentClosed"],
            incident.Happenings.Select(happening => happening.Kind));
        Assert.Equal(Enumerable.Range(1, 8).Select(number => (long)number), incident.Happenings.Select(happening => happening.Sequence));
        Assert.Equal(8, incident.Sequence);
    }

    [Fact]
    public void The_history_tells_from_what_to_what_an_incident_was_classified_and_held()
    {
        var classified = Given.Received().Classify(Given.Classification(), false, Given.Act(1));
        var held = classified.SetAside(Given.Hold(HoldKind.Review), Given.Act(2)).Release(Given.Act(3));

        Assert.Equal(
            [new("type", "", "parking.nuisance") { ToName = Given.Parking.DisplayName }, new("priority", "", "3"), new("priority_reason", "", "hinder"), new("location", "", "Markt (50.94030, 5.79510)"), new("cautions", "", "\"hond op het erf\"")],
            classified.Happenings[^1].Changes);
        Assert.Equal([new Change("hold.until_time", "", "2026-03-02T13:00:00Z")], held.Happenings[^2].Changes);
        Assert.Equal([new Change("hold.until_time", "2026-03-02T13:00:00Z", "")], held.Happenings[^1].Changes);
    }

    [Fact]
    public void Texts_of_a_list_cannot_be_taken_for_one_another()
    {
        var one = Given.Received().Classify(Given.Classification() with { Cautions = ["a, b"] }, false, Given.Act(1));
        var two = one.Classify(Given.Classification() with { Cautions = ["a", "b"] }, false, Given.Act(2));
        var quoted = two.Classify(Given.Classification() with { Cautions = ["a\", \"b"] }, false, Given.Act(3));

        Assert.Equal([new Change("cautions", "\"a, b\"", "\"a\", \"b\"")], two.Happenings[^1].Changes);
        Assert.Equal([new Change("cautions", "\"a\", \"b\"", """ "a\", \"b" """.Trim())], quoted.Happenings[^1].Changes);
    }

    [Fact]
    public void The_history_tells_which_incident_took_a_unit_and_with_what_outcome_a_unit_was_done()
    {
        var given = Given.Incident().Accepted().GiveUp(Given.AssignmentName(), Given.Urgent(), false, Given.Act(3));
        var cleared = Given.Incident().OnScene().Clear(Given.AssignmentName(), "warning", Given.Act(5));

        Assert.Equal([new Change("for_incident", "", Given.Urgent().Name.Value)], given.Happenings.Single(happening => happening.Kind == "AssignmentPreempted").Changes);
        Assert.Equal([new Change("disposition", "", "warning") { ToName = "waarschuwing" }], cleared.Happenings.Single(happening => happening.Kind == "AssignmentCleared").Changes);
    }

    [Fact]
    public void A_new_incident_waits_with_version_one()
    {
        var incident = Given.Incident();

        Assert.Equal((1L, 1L, IncidentState.Pending, Given.Now), (incident.Version, incident.Sequence, incident.State, incident.ReportedAt));
    }

    [Fact]
    public void The_row_of_an_incident_keeps_all_but_its_happenings()
    {
        var incident = Given.Incident().OnScene(1).Offered(2).Decline(Given.AssignmentName(2), Given.Act(5, "\"te\" ver \\ <ë>")).Offered(3).RecordDisposition("warning", Given.Act(6));

        var read = IncidentJson.Read(IncidentJson.Write(incident));

        Assert.Equivalent(incident with { Happenings = [] }, read, strict: true);
        Assert.Equal(incident.Assignments, read.Assignments);
        Assert.Equal(IncidentJson.Write(incident), IncidentJson.Write(read));
    }

    [Fact]
    public void Acts_go_on_from_a_row_where_they_stopped()
    {
        var read = IncidentJson.Read(IncidentJson.Write(Given.Incident().OnScene()));

        var closed = read.Clear(Given.AssignmentName(), "warning", Given.Act(5)).Close(Given.Act(6));

        Assert.Equal([6L, 7L, 8L], closed.Happenings.Select(happening => happening.Sequence));
    }
}
