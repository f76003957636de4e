using Grpc.Core;
using Handhaving.Dispatch.Tests.Service;

namespace Handhaving.Dispatch.Tests.Processes;

/// <summary>Nothing accepted is lost or doubled: request ids, outbox, inbox.</summary>
public sealed class OnceOnlyTests(DispatchRegion region)
{
    [Fact]
    public async Task The_same_request_on_both_replicas_at_once_makes_one_incident_and_one_answer()
    {
        var people = new[] { Person.Centralist(region, 0), Person.Centralist(region, 1) };
        var request = Work.Report();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(async index =>
        {
            var person = people[index % 2];
            return (await person.Incidents.ReportIncidentAsync(request, person.Call)).Incident;
        }));

        Assert.Single(answers.Distinct());
        Assert.Equal(1L, await region.OwnerAsync("select count(*) from request where request_id = $1", Guid.Parse(request.RequestId)));
    }

    [Fact]
    public async Task The_same_request_id_with_other_content_is_refused()
    {
        var person = Person.Centralist(region);
        var request = Work.Report();
        await person.Incidents.ReportIncidentAsync(request, person.Call);
        request.Incident.Priority = 1;

        var refused = await Failure.OfAsync(person.Incidents.ReportIncidentAsync(request, person.Call));

        Assert.Equal((StatusCode.AlreadyExists, "REQUEST_ID_REUSED"), (refused.Code, refused.Reason));
    }

    // What a municipality keeps is behind its wall, its request ids too: they cannot be seen from another's request.
    [Fact]
    public async Task The_same_request_id_for_another_municipality_is_another_intention()
    {
        var person = Person.Centralist(region);
        var request = Work.Report();
        var elsewhere = Work.Report("0971");
        elsewhere.RequestId = request.RequestId;
        var first = (await person.Incidents.ReportIncidentAsync(request, person.Call)).Incident;

        var second = (await person.Incidents.ReportIncidentAsync(elsewhere, person.Call)).Incident;

        Assert.StartsWith("municipalities/0971/", second.Name, StringComparison.Ordinal);
        Assert.StartsWith("municipalities/0888/", first.Name, StringComparison.Ordinal);
        Assert.Equal(2L, await region.OwnerAsync("select count(*) from request where request_id = $1", Guid.Parse(request.RequestId)));
    }

    [Fact]
    public async Task Every_fact_reaches_the_consumer_and_a_resend_changes_nothing()
    {
        var person = Person.Centralist(region);
        var incident = await person.ReportAsync("0971", "waste.litter");
        await DrainedAsync();
        var before = await CountedAsync();

        await region.OwnerAsync("update outbox set sent_at = null, lease_until = null where aggregate = $1", incident.Name);
        await DrainedAsync();
        await person.ReportAsync("0971", "waste.litter");
        await DrainedAsync();

        await Work.EventuallyAsync(async () => await CountedAsync() == before + 1);
    }

    private async Task DrainedAsync()
    {
        await Work.EventuallyAsync(async () => await region.OwnerAsync("select count(*) from outbox where sent_at is null and tenant = '0971'") is 0L);
        await Work.EventuallyAsync(async () => await region.OwnerAsync("""
            select count(*) from outbox o where tenant = '0971' and not exists (select from inbox i where i.message_id = o.message_id)
            """) is 0L);
    }

    private async Task<long> CountedAsync() =>
        (long)(decimal)(await region.OwnerAsync("select coalesce(sum(count), 0) from fact_hour where tenant = '0971' and kind = 'IncidentReceived'") ?? 0m);
}
