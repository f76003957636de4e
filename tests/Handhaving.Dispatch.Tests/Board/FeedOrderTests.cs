using Grpc.Core;
using Handhaving.Dispatch.Tests.Service;

namespace Handhaving.Dispatch.Tests.Board;

/// <summary>What screens are told last of a unit or an incident is what is so, whichever replica and transaction was first.</summary>
public sealed class FeedOrderTests(DispatchRegion region)
{
    [Fact]
    public async Task Two_replicas_that_pass_a_unit_between_incidents_tell_its_changes_in_the_order_of_their_commits()
    {
        var one = Person.FromLandgraaf(region);
        var other = new Person(region, region.Replica(1), "centralist-bl-02", "centralist", ["0965", "0986", "1954", "0899", "0882"], ["brunssum-landgraaf"]);
        var unit = await one.OnDutyAsync("0882", 2);
        var incidents = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => one.ReportAsync("0882")));

        await Task.WhenAll(incidents.Select((incident, number) => PassAsync(number % 2 == 0 ? one : other, incident.Name, unit)));

        Assert.Equal("", await region.OwnerAsync("select coalesce(string_agg(active_unit, ''), '') from assignment where active_unit = $1", unit));
        var told = await TellingsAsync(unit);
        Assert.Equal(V1.UnitAvailability.Available, told[^1].Unit.Availability);
        Assert.All(told.Zip(told.Skip(1)), pair => Assert.NotEqual((pair.First.Unit.Availability is V1.UnitAvailability.Available), pair.Second.Unit.Availability is V1.UnitAvailability.Available));
        foreach (var incident in incidents)
        {
            var versions = (await TellingsAsync(incident.Name)).Select(item => long.Parse(item.Incident.Etag.Trim('"'), System.Globalization.CultureInfo.InvariantCulture)).ToList();
            Assert.Equal(versions.Order(), versions);
        }
    }

    [Fact]
    public async Task Rows_are_read_in_the_order_of_their_transactions_also_where_these_get_a_digit_more()
    {
        await region.OwnerAsync("insert into feed (xid, tenant, subject, kind, body) select x::text::xid8, '0882', 'test', 0, '' from generate_series(8, 12) x");

        var rows = await region.ReadFeedAsync(new(8, long.MaxValue, ""), new(11, long.MaxValue, ""));
        await region.OwnerAsync("delete from feed where subject = 'test'");

        Assert.Equal([9UL, 10UL, 11UL], rows.Select(row => row.Xid));
    }

    [Fact]
    public async Task A_unit_lent_to_another_municipality_is_shown_busy_to_its_own()
    {
        var team = Person.FromLandgraaf(region);
        var unit = await team.OnDutyAsync("0899", 1);
        var incident = await team.ReportAsync("0882");

        await team.AssignAsync(incident, unit);

        Assert.Equal("0899", await region.OwnerAsync("select tenant from feed where subject = $1 order by xid desc, id desc limit 1", unit));
    }

    /// <summary>Tries to get the unit for an incident, and gives it back, some times over.</summary>
    private static async Task PassAsync(Person person, string incident, string unit)
    {
        for (var round = 0; round < 8; round++)
        {
            var known = (await person.Incidents.GetIncidentAsync(new() { Name = incident }, person.Call)).Incident;
            try
            {
                var offer = await person.AssignAsync(known, unit);
                await person.Assignments.WithdrawAssignmentAsync(new() { Name = offer.Assignment.Name, Reason = "test", RequestId = Work.NewRequest() }, person.Call);
            }
            catch (RpcException taken) when (taken.StatusCode is StatusCode.Aborted)
            {
                continue; // another incident has it now
            }
        }
    }

    private async Task<List<V1.BoardItem>> TellingsAsync(string subject)
    {
        var bodies = await region.OwnerAsync("select array_agg(body order by xid, id) from feed where subject = $1 and kind in (1, 4)", subject);
        return [.. ((byte[][]?)bodies ?? []).Select(V1.BoardItem.Parser.ParseFrom)];
    }
}
