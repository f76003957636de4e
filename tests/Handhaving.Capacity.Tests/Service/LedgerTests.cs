using Google.Protobuf.WellKnownTypes;
using Handhaving.Capacity.Blocks;

namespace Handhaving.Capacity.Tests.Service;

/// <summary>The ledger over the real door: every number with its causes.</summary>
public sealed class LedgerTests(CapacityRegion region)
{
    private const string Motor = Asked.Team + "/functions/motor";

    [Fact]
    public async Task A_report_of_strength_is_shown_with_all_layers_and_what_was_lost_between_them()
    {
        var (planner, noon) = (Person.Planner(region), Asked.Noon());
        var report = Report(Motor, noon, 10, (V1.StrengthLayer.Staffed, "vacancy", 1), (V1.StrengthLayer.Deployable, "leave", 2), (V1.StrengthLayer.Plannable, "working-time", 3));

        var reported = await planner.Ledger.ReportStrengthAsync(report, planner.Call);
        var blocks = (await planner.Ledger.ListBlocksAsync(Asked.Blocks(noon, Motor), planner.Call)).Blocks;

        Assert.Equal((4, 0), (reported.Plannable, reported.Shortages.Count));
        Assert.All(blocks, block => Assert.Equal((10, 9, 7, 4, 4, "planner-wm-01"), (block.Established, block.Staffed, block.Deployable, block.Plannable, block.Free, block.ReportedBy)));
        Assert.Equal(report.Losses, blocks[0].Losses);
        Assert.Equal($"{Motor}/blocks/{noon.UtcDateTime:yyyyMMdd'T'HHmm'Z'}", blocks[0].Name);
        Assert.Equal(reported, await planner.Ledger.ReportStrengthAsync(report, planner.Call));
    }

    [Fact]
    public async Task Why_people_are_lost_is_told_to_who_keeps_the_strength_and_to_others_only_how_many()
    {
        var (planner, chief, officer, noon) = (Person.Planner(region), Person.PoliceChief(region), Person.PermitOfficer(region), Asked.Noon());
        await planner.Ledger.ReportStrengthAsync(Report(Motor, noon, 10, (V1.StrengthLayer.Deployable, "long-term-sick", 1), (V1.StrengthLayer.Deployable, "failed-force-test", 2)), planner.Call);

        async Task<string> SeenAsync(Person person) =>
            string.Join(' ', (await person.Ledger.ListBlocksAsync(Asked.Blocks(noon, Motor), person.Call)).Blocks[0].Losses.Select(loss => $"{loss.Layer}:{loss.Cause}:{loss.Count}"));

        Assert.Equal("Deployable:long-term-sick:1 Deployable:failed-force-test:2", await SeenAsync(chief));
        Assert.Equal("Deployable:unstated:3", await SeenAsync(officer));
    }

    [Fact]
    public async Task Strength_that_drops_takes_nothing_back_and_tells_the_shortage()
    {
        var (planner, noon) = (Person.Planner(region), Asked.Noon());
        await planner.Ledger.ReportStrengthAsync(Report(Motor, noon, 4), planner.Call);
        var held = (await planner.Reservations.RequestDeploymentAsync(Asked.Request(Asked.Id(), 1, Asked.Line(noon, 3, "motor", 1)), planner.Call)).Reservation;

        var dropped = await planner.Ledger.ReportStrengthAsync(Report(Motor, noon, 4, (V1.StrengthLayer.Deployable, "short-sick", 3)), planner.Call);

        var shortage = Assert.Single(dropped.Shortages);
        Assert.Equal((2, noon.ToTimestamp(), noon.AddHours(1).ToTimestamp()), (shortage.Missing, shortage.StartTime, shortage.EndTime));
        Assert.Equal(V1.ReservationState.Held, (await planner.Reservations.GetReservationAsync(new() { Name = held.Name }, planner.Call)).Reservation.State);
        Assert.Equal(-2, (await planner.Ledger.ListBlocksAsync(Asked.Blocks(noon, Motor, 1), planner.Call)).Blocks[0].Free);
        Assert.Equal(1L, await region.OwnerAsync("select count(*) from outbox where type = 'Handhaving.Events.Capacity.CapacityDropped' and body like $1", $"%{noon.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss}%"));

        await planner.Reservations.ReleaseReservationAsync(new() { Name = held.Name, Etag = held.Etag, Reason = "ziek", RequestId = Asked.Id() }, planner.Call); // giving back is always possible
        Assert.Equal(1, (await planner.Ledger.ListBlocksAsync(Asked.Blocks(noon, Motor, 1), planner.Call)).Blocks[0].Free);
    }

    [Fact]
    public async Task Strength_that_was_reported_as_nobody_is_known_to_be_nobody()
    {
        var (planner, noon) = (Person.Planner(region), Asked.Noon());
        await planner.Ledger.ReportStrengthAsync(Report(Motor, noon, 2, (V1.StrengthLayer.Deployable, "short-sick", 2)), planner.Call);

        var rejected = (await planner.Reservations.RequestDeploymentAsync(Asked.Request(Asked.Id(), 1, Asked.Line(noon, 1, "motor", 1)), planner.Call)).Reservation;

        Assert.Equal(V1.ShortageCause.Strength, Assert.Single(rejected.Lines[0].Shortages).Cause);
    }

    [Fact]
    public async Task Functions_of_the_police_are_of_teams_and_those_of_boas_of_municipalities()
    {
        var planner = Person.Planner(region);

        Assert.Contains("noodhulp", (await planner.Ledger.ListStaffFunctionsAsync(new() { Parent = Asked.Team }, planner.Call)).StaffFunctions.Select(function => function.Code));
        Assert.Equal(["boa-1", "boa-2"], (await planner.Ledger.ListStaffFunctionsAsync(new() { Parent = Asked.Beek }, planner.Call)).StaffFunctions.Select(function => function.Code));
    }

    [Fact]
    public async Task Blocks_come_page_by_page_without_gap()
    {
        var (planner, noon) = (Person.Planner(region), Asked.Noon());
        List<Timestamp> starts = [];
        V1.ListBlocksResponse page = new();
        do
        {
            var asked = Asked.Blocks(noon);
            (asked.PageSize, asked.PageToken) = (5, page.NextPageToken);
            page = await planner.Ledger.ListBlocksAsync(asked, planner.Call);
            starts.AddRange(page.Blocks.Select(block => block.StartTime));
        } while (page.NextPageToken.Length > 0);

        Assert.Equal(Enumerable.Range(0, 16).Select(number => noon.AddMinutes(15 * number).ToTimestamp()), starts);
    }

    private static V1.ReportStrengthRequest Report(string function, DateTimeOffset noon, int established, params (V1.StrengthLayer Layer, string Cause, int Count)[] losses) => new()
    {
        Parent = function, StartTime = noon.ToTimestamp(), EndTime = noon.AddHours(4).ToTimestamp(), Established = established, RequestId = Asked.Id(),
        Losses = { losses.Select(loss => new V1.StrengthLoss { Layer = loss.Layer, Cause = loss.Cause, Count = loss.Count }) },
    };
}
