using System.Text.Json;
using Handhaving.Dispatch.Tests.Service;
using Handhaving.Events.Capacity;
using Handhaving.ServiceDefaults.Delivery;

namespace Handhaving.Dispatch.Tests.Officers;

/// <summary>Dispatch's copy of officers follows capacity's facts, over a real broker: once, in the order of their versions, and only what is the owner's.</summary>
public sealed class OfficerCopyTests(DispatchRegion region)
{
    private readonly string id = $"officer-new-{Guid.NewGuid():N}"[..24];

    [Fact]
    public async Task Who_capacity_tells_of_may_come_on_duty_with_the_powers_told()
    {
        var desk = Person.Centralist(region);
        var unit = await UnitAsync();
        var signOn = new V1.SignOnUnitRequest { Name = unit, Crew = { new V1.CrewMember { Officer = id } }, RequestId = Work.NewRequest() };
        Assert.Equal("OFFICER_UNKNOWN", (await desk.TrySignOnAsync(signOn))?.Reason);

        await TellAsync(1, "PublicSpace");
        await KeptAsync(1);

        Assert.Null(await desk.TrySignOnAsync(new(signOn) { RequestId = Work.NewRequest() }));
        var listed = (await desk.Units.ListOfficersAsync(new() { Parent = "municipalities/0971", PageSize = 1000 }, desk.Call)).Officers.Single(officer => officer.Id == id);
        Assert.Equal([V1.CompetenceDomain.PublicSpace], listed.Domains);
        Assert.Equal(1L, await region.OwnerAsync("select count(*) from audit_line where tenant = '0971' and line::jsonb ->> 'object_id' = $1 and line::jsonb ->> 'actor_type' = 'system'", Name));
    }

    [Fact]
    public async Task Powers_that_change_while_the_officer_is_on_duty_count_from_then_on()
    {
        var desk = Person.Centralist(region);
        var unit = await UnitAsync();
        await TellAsync(1, "PublicSpace");
        await KeptAsync(1);
        await desk.TrySignOnAsync(new() { Name = unit, Crew = { new V1.CrewMember { Officer = id } }, RequestId = Work.NewRequest() });

        await TellAsync(2, "Education");
        await KeptAsync(2);

        var incident = await desk.ReportAsync("0971");
        Assert.Equal("UNIT_NOT_COMPETENT", (await Failure.OfAsync(desk.Assignments.AssignUnitAsync(new() { Parent = incident.Name, Unit = unit, Etag = incident.Etag, RequestId = Work.NewRequest() }, desk.Call))).Reason);
    }

    [Fact]
    public async Task A_fact_that_comes_late_or_twice_changes_nothing()
    {
        await TellAsync(3, "Education");
        await KeptAsync(3);

        var late = await TellAsync(2, "PublicSpace");
        var again = await TellAsync(3, "PublicSpace", late: true);
        await Work.EventuallyAsync(async () => await region.OwnerAsync("select count(*) from inbox where consumer = 'dispatch-officers' and message_id = any($1)", new[] { late, again }) is 2L);

        Assert.Equal("Education", await region.OwnerAsync("select appointments -> 0 ->> 'domain' from officer where id = $1", id));
    }

    [Fact]
    public async Task A_domain_that_nobody_knows_here_is_parked_and_nothing_is_kept()
    {
        var message = await TellAsync(1, "Space");

        await Work.EventuallyAsync(async () => await region.OwnerAsync("select count(*) from parked_message where message_id = $1 and consumer = 'dispatch-officers'", message) is 1L);

        Assert.Equal(0L, await region.OwnerAsync("select count(*) from officer where id = $1", id));
        await region.OwnerAsync("delete from outbox where message_id = $1", message); // others wait until all that was sent is taken
    }

    private string Name => $"municipalities/0971/officers/{id}";

    // Capacity's fact, put on the broker by this service's own relay.
    private async Task<Guid> TellAsync(long version, string domain, bool late = false)
    {
        var message = Guid.CreateVersion7();
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        var fact = new OfficerChanged(Name, "0971", id, [new(domain, ["0971"], today.AddYears(-1), today.AddYears(1))], version, DateTimeOffset.UtcNow);
        await region.OwnerAsync("insert into outbox (message_id, tenant, aggregate, aggregate_sequence, type, body) values ($1, '0971', $2, $3, $4, $5)",
            message, late ? Name + "/late" : Name, version, $"{typeof(OfficerChanged)}", JsonSerializer.Serialize(fact, MessageJson.Options));
        return message;
    }

    private Task KeptAsync(long version) => Work.EventuallyAsync(async () => await region.OwnerAsync("select version from officer where id = $1", id) is long kept && kept == version);

    private async Task<string> UnitAsync()
    {
        var unit = $"municipalities/0971/units/{id}";
        await region.OwnerAsync("""
            insert into unit (tenant, name, call_sign, kind, home_latitude, home_longitude, minimum_crew)
            select tenant, $1, $2, kind, home_latitude, home_longitude, 1 from unit where name = 'municipalities/0971/units/boa-0971-1'
            """, unit, id);
        return unit;
    }
}
