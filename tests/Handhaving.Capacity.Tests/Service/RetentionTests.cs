using Handhaving.Capacity.Tests.Service.People;
using Handhaving.Capacity.Tests.Service.Rosters;

namespace Handhaving.Capacity.Tests.Service;

/// <summary>What is over its term goes with a receipt, and nothing else does; terms are the owner's within the law.</summary>
public sealed class RetentionTests(CapacityRegion region)
{
    private const string Voerendaal = "municipalities/0986";

    [Fact]
    public async Task Who_left_longer_ago_than_the_term_is_destroyed_with_a_receipt_and_who_is_within_it_stays()
    {
        var planner = Person.PlannerOfLandgraaf(region);
        var (gone, kept) = (await LeftAsync(planner, 800), await LeftAsync(planner, 700));
        await planner.Rosters.SetShiftWishesAsync(new()
        {
            Parent = Voerendaal, Officer = gone.Name, FirstDay = Staff.Day(Staff.Today), LastDay = Staff.Day(Staff.Today), RequestId = Asked.Id(),
            Wishes = { new V1.ShiftWish { Officer = gone.Name, Day = Staff.Day(Staff.Today), Kind = V1.WishKind.Unwanted, Weight = 5 } },
        }, planner.Call);

        await region.SweepRetentionAsync();

        Assert.Equal("NOT_FOUND", await Failure.ReasonAsync(planner.People.GetOfficerAsync(new() { Name = gone.Name }, planner.Call)));
        Assert.Equal(kept, (await planner.People.GetOfficerAsync(new() { Name = kept.Name }, planner.Call)).Officer);
        Assert.Equal(0L, await region.OwnerAsync("select count(*) from shift_wish where officer = $1", gone.Name));
        Assert.Equal(0L, await region.OwnerAsync("select count(*) from request where tenant = '0986' and strpos(answer, $1) > 0", gone.Name.Split('/')[^1]));
        Assert.Equal(1L, await region.OwnerAsync("select count(*) from audit_line where tenant = '0986' and line::jsonb ->> 'action' = 'DESTROY' and line::jsonb ->> 'object_id' = $1 and line::jsonb ->> 'reason_text' = 'bewaartermijn 730 dagen'", gone.Name));
        Assert.Equal(2L, await region.OwnerAsync("select aggregate_sequence from outbox where aggregate = $1 order by id desc limit 1", gone.Name)); // others keep none of its powers
    }

    [Fact]
    public async Task Rosters_and_reservations_that_are_over_their_term_go_and_holds_never_do()
    {
        await region.OwnerAsync("""
            with old as (insert into roster (tenant, id, staff_team, starts_at, ends_at, state, version, body) values ('0965', gen_random_uuid(), 'boa', now() - interval '740 days', now() - interval '731 days', 2, 1, '{}'), ('0965', gen_random_uuid(), 'boa', now() - interval '740 days', now() - interval '700 days', 2, 1, '{}') returning id)
            insert into roster_shift (tenant, roster, id, officer, starts_at, ends_at, body) select '0965', id, gen_random_uuid(), 'municipalities/0965/officers/officer-0965-01', now() - interval '735 days', now() - interval '734 days', '{}' from old
            """);
        await region.OwnerAsync("""
            insert into reservation (tenant, id, case_id, case_version, state, hold_until, owners, starts_at, ends_at, awaits, version, body)
            select '0965', gen_random_uuid(), 'oud-' || n, 1, n, now(), '{}', now() - interval '1900 days', now() - make_interval(days => case when n = 2 then 1900 else 1700 end), '{}', 1, '{}' from generate_series(2, 5) n where n <> 4
            """);

        await region.SweepRetentionAsync();

        Assert.Equal(1L, await region.OwnerAsync("select count(*) from roster where tenant = '0965' and ends_at < now() - interval '600 days'"));
        Assert.Equal(1L, await region.OwnerAsync("select count(*) from roster_shift where tenant = '0965' and ends_at < now() - interval '600 days'"));
        Assert.Equal(2L, await region.OwnerAsync("select count(*) from reservation where tenant = '0965' and case_id like 'oud-%'"));
        Assert.Equal(2L, await region.OwnerAsync("select count(*) from audit_line where tenant = '0965' and line::jsonb ->> 'action' = 'DESTROY' and line::jsonb ->> 'object_type' in ('roster', 'reservation')"));
        await region.OwnerAsync("delete from reservation where case_id like 'oud-%'");
        await region.OwnerAsync("delete from roster_shift where tenant = '0965' and ends_at < now() - interval '600 days'");
        await region.OwnerAsync("delete from roster where tenant = '0965' and ends_at < now() - interval '600 days'");
    }

    [Fact]
    public async Task An_owner_sets_its_terms_within_the_law()
    {
        var (admin, planner) = (Person.Administrator(region, "0971"), Person.Planner(region));
        const string Stein = "municipalities/0971";
        var usual = (await admin.Retention.ListRetentionTermsAsync(new() { Parent = Stein }, admin.Call)).Terms;
        Assert.Equal([(V1.RetainedKind.People, 730, 395), (V1.RetainedKind.Rosters, 730, 395), (V1.RetainedKind.Reservations, 1826, 30)], usual.Select(term => (term.Kind, term.Days, term.LeastDays)));

        V1.PutRetentionTermRequest Put(int days, string etag) => new() { Parent = Stein, Kind = V1.RetainedKind.People, Days = days, Reason = "verwerkingsregister", Etag = etag, RequestId = Asked.Id() };
        Assert.Equal("RETENTION_TERM_UNLAWFUL", await Failure.ReasonAsync(admin.Retention.PutRetentionTermAsync(Put(394, usual[0].Etag), admin.Call)));
        Assert.Equal("PERMISSION_MISSING", await Failure.ReasonAsync(planner.Retention.PutRetentionTermAsync(Put(900, usual[0].Etag), planner.Call)));
        var set = (await admin.Retention.PutRetentionTermAsync(Put(900, usual[0].Etag), admin.Call)).Term;
        Assert.Equal((900, 730, "verwerkingsregister"), (set.Days, set.UsualDays, set.Reason));
        Assert.Equal("ETAG_MISMATCH", await Failure.ReasonAsync(admin.Retention.PutRetentionTermAsync(Put(800, usual[0].Etag), admin.Call)));
        Assert.Equal(set, (await admin.Retention.ListRetentionTermsAsync(new() { Parent = Stein }, admin.Call)).Terms[0]);
    }

    private static async Task<V1.Officer> LeftAsync(Person planner, int daysAgo)
    {
        var request = Staff.Create("0986");
        request.Officer.Contracts[0] = Staff.Contract(Staff.Today.AddDays(-1500), Staff.Today.AddDays(-daysAgo));
        return (await planner.People.CreateOfficerAsync(request, planner.Call)).Officer;
    }
}
