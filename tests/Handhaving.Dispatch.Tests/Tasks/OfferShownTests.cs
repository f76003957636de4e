using Grpc.Core;
using Handhaving.Dispatch.Tests.Service;

namespace Handhaving.Dispatch.Tests.Tasks;

/// <summary>A device says that it shows an offer: the desk learns it at once, the first receipt counts, and nobody says it for another's unit.</summary>
public sealed class OfferShownTests(DispatchRegion region)
{
    private const string Municipality = "0899";
    private readonly Person desk = Person.FromLandgraaf(region);

    [Fact]
    public async Task The_first_receipt_counts_and_stands_in_the_history_once()
    {
        var unit = await desk.OwnUnitAsync(region, Municipality);
        var offer = (await desk.AssignAsync(await desk.ReportAsync(Municipality), unit)).Assignment;
        var (first, second) = (region.CrewOf(unit), region.CrewOf(unit, member: 2));
        V1.ConfirmOfferShownRequest receipt = new() { Name = offer.Name, RequestId = Work.NewRequest() };

        var shown = await first.Assignments.ConfirmOfferShownAsync(receipt, first.Call);
        var repeated = await first.Assignments.ConfirmOfferShownAsync(receipt, first.Call);
        var later = await second.Assignments.ConfirmOfferShownAsync(Receipt(offer), second.Call);
        var seen = (await desk.Incidents.GetIncidentAsync(new() { Name = Crew.IncidentOf(offer) }, desk.Call)).Incident;
        var line = Assert.Single(await LinesAsync(offer), entry => entry.Kind is "AssignmentShown");

        Assert.Null(offer.ShownTime);
        Assert.NotNull(shown.Assignment.ShownTime);
        Assert.Equal([shown.Assignment, shown.Assignment, shown.Assignment], [repeated.Assignment, later.Assignment, seen.Assignments[0]]);
        Assert.Equal(shown.Incident.Etag, later.Incident.Etag);
        Assert.Equal((V1.ReportedBy.Unit, first.Subject), (line.ReportedBy, line.Actor));
    }

    [Fact]
    public async Task After_the_answer_and_after_the_end_it_changes_nothing()
    {
        var unit = await desk.OwnUnitAsync(region, Municipality);
        var offer = (await desk.AssignAsync(await desk.ReportAsync(Municipality), unit)).Assignment;
        var crew = region.CrewOf(unit);
        var accepted = (await crew.Assignments.AcceptAssignmentAsync(new() { Name = offer.Name, RequestId = Work.NewRequest() }, crew.Call)).Assignment;
        var afterAnswer = (await crew.Assignments.ConfirmOfferShownAsync(Receipt(offer), crew.Call)).Assignment;
        var withdrawn = (await desk.Assignments.WithdrawAssignmentAsync(new() { Name = offer.Name, Reason = "elders nodig", RequestId = Work.NewRequest() }, desk.Call)).Assignment;
        var afterEnd = (await crew.Assignments.ConfirmOfferShownAsync(Receipt(offer), crew.Call)).Assignment;

        Assert.Equal((accepted, withdrawn), (afterAnswer, afterEnd));
        Assert.DoesNotContain(await LinesAsync(offer), entry => entry.Kind is "AssignmentShown");
    }

    [Fact]
    public async Task Another_crew_is_refused_and_nothing_is_written()
    {
        var (unit, other) = (await desk.OwnUnitAsync(region, Municipality), await desk.OwnUnitAsync(region, Municipality));
        var offer = (await desk.AssignAsync(await desk.ReportAsync(Municipality), unit)).Assignment;
        var stranger = region.CrewOf(other);

        var refused = await Failure.OfAsync(stranger.Assignments.ConfirmOfferShownAsync(Receipt(offer), stranger.Call));

        Assert.Equal((StatusCode.PermissionDenied, "NOT_YOUR_UNIT"), (refused.Code, refused.Reason));
        Assert.DoesNotContain(await LinesAsync(offer), entry => entry.Kind is "AssignmentShown");
    }

    private static V1.ConfirmOfferShownRequest Receipt(V1.Assignment offer) => new() { Name = offer.Name, RequestId = Work.NewRequest() };

    private async Task<IEnumerable<V1.TimelineEntry>> LinesAsync(V1.Assignment offer) =>
        (await desk.Incidents.ListTimelineEntriesAsync(new() { Parent = Crew.IncidentOf(offer), PageSize = 1000 }, desk.Call)).Entries;
}
