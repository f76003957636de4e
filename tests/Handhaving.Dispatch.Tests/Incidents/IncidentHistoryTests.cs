using Handhaving.Dispatch.Data;
using Handhaving.Dispatch.Incidents;
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
