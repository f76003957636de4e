namespace Handhaving.Capacity.Tests.Service;

/// <summary>Facts go the whole way: outbox, broker, consumer.</summary>
public sealed class FactTests(CapacityRegion region)
{
    [Fact]
    public async Task Each_fact_of_a_reservation_leaves_the_outbox_and_is_taken_once()
    {
        var (officer, noon) = (Person.PermitOfficer(region), Asked.Noon());
        var held = (await officer.Reservations.RequestDeploymentAsync(Asked.Request(Asked.Id(), 1, Asked.Line(noon, 1)), officer.Call)).Reservation;
        await officer.Reservations.ReleaseReservationAsync(new() { Name = held.Name, Etag = held.Etag, Reason = "afgelast", RequestId = Asked.Id() }, officer.Call);

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        while ((long)(await region.OwnerAsync("select count(*) from inbox where consumer = 'capacity-statistics' and message_id in (select message_id from outbox where aggregate = $1 and sent_at is not null)", held.Name) ?? 0L) < 2)
            await Task.Delay(50, limit.Token);
    }
}
