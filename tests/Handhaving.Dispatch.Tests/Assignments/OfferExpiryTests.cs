using Grpc.Core;
using Handhaving.Dispatch.Tests.Service;
using Handhaving.Events.Dispatch;

namespace Handhaving.Dispatch.Tests.Assignments;

/// <summary>An offer that nobody answers ends by itself, once, whichever replica sweeps; an answer at the last moment counts or does not, never both.</summary>
public sealed class OfferExpiryTests(DispatchRegion region)
{
    private const string Voerendaal = "0986";
    private static readonly TimeSpan LastMoment = TimeSpan.FromMilliseconds(15);

    [Fact]
    public async Task An_offer_past_its_time_ends_once_though_two_replicas_sweep_and_frees_its_unit()
    {
        var person = Person.FromLandgraaf(region);
        await ShortOffersAsync();
        var unit = await person.OwnUnitAsync(region, Voerendaal);
        using var screen = person.Board.WatchBoard(new() { Parent = "teams/brunssum-landgraaf" }, person.Headers, cancellationToken: TestContext.Current.CancellationToken);
        await StepsAsync(screen, unit, message => message.SnapshotEnd is not null);
        var offer = (await person.AssignAsync(await person.ReportAsync(Voerendaal), unit)).Assignment;

        await EndedAsync(offer);
        await region.SweepOffersAsync();

        Assert.Equal(["IncidentReceived", "AssignmentOffered", "AssignmentExpired"], await KindsAsync(person, offer));
        Assert.Equal(1L, await region.OwnerAsync("select count(*) from outbox where aggregate = $1 and type = $2", IncidentOf(offer), typeof(AssignmentExpired).FullName ?? ""));
        Assert.Equal(1L, await region.OwnerAsync("select count(*) from audit_line where tenant = '0986' and line like '%OfferExpiryJob%' and line like '%' || $1 || '%'", offer.Name));
        Assert.Equal([V1.UnitAvailability.Reserved, V1.UnitAvailability.Available], await StepsAsync(screen, unit, message => IsOf(message, unit, V1.UnitAvailability.Available)));
        var next = await person.AssignAsync(await person.ReportAsync(Voerendaal), unit);
        Assert.Equal([V1.UnitAvailability.Reserved], await StepsAsync(screen, unit, message => IsOf(message, unit, V1.UnitAvailability.Reserved)));
        Assert.Equal("OFFER_EXPIRED", (await Failure.OfAsync(person.Assignments.AcceptAssignmentAsync(new() { Name = offer.Name, RequestId = Work.NewRequest() }, person.Call))).Reason);
        await person.Assignments.WithdrawAssignmentAsync(new() { Name = next.Assignment.Name, Reason = "klaar", RequestId = Work.NewRequest() }, person.Call);
    }

    [Fact]
    public async Task Of_an_answer_at_the_last_moment_and_the_end_of_the_offer_exactly_one_counts()
    {
        var person = Person.FromLandgraaf(region);
        await ShortOffersAsync();
        var unit = await person.OwnUnitAsync(region, Voerendaal);

        for (var round = 0; round < 4; round++)
        {
            var offer = (await person.AssignAsync(await person.ReportAsync(Voerendaal), unit)).Assignment;
            await Work.EventuallyAsync(() => Task.FromResult(DateTime.UtcNow >= offer.ExpireTime.ToDateTime() - LastMoment));

            var accepting = AcceptAsync(person, offer);
            await Task.WhenAll(accepting, EndedAsync(offer));

            var kinds = await KindsAsync(person, offer);
            Assert.Single(kinds, kind => kind is "AssignmentAccepted" or "AssignmentExpired");
            Assert.Equal(await accepting, kinds.Contains("AssignmentAccepted"));
            if (await accepting) await person.Assignments.WithdrawAssignmentAsync(new() { Name = offer.Name, Reason = "klaar", RequestId = Work.NewRequest() }, person.Call);
        }
    }

    /// <returns>Whether the answer counted.</returns>
    private static async Task<bool> AcceptAsync(Person person, V1.Assignment offer)
    {
        try
        {
            await person.Assignments.AcceptAssignmentAsync(new() { Name = offer.Name, RequestId = Work.NewRequest() }, person.Call);
            return true;
        }
        catch (RpcException late)
        {
            Assert.Equal("OFFER_EXPIRED", Failure.Of(late).Reason);
            return false;
        }
    }

    /// <summary>Both replicas sweep, again and again, until the offer is none any more.</summary>
    private Task EndedAsync(V1.Assignment offer) => Work.EventuallyAsync(async () =>
    {
        await region.SweepOffersAsync();
        return await region.OwnerAsync("select state from assignment where id = $1", Guid.Parse(offer.Name.Split('/')[^1])) is not (short)V1.AssignmentState.Offered;
    });

    // Shorter than a municipality may decide, so that the test need not wait.
    private Task<object?> ShortOffersAsync() => region.OwnerAsync("""
        insert into setting (tenant, key, version, value, valid_from, changed_by, change_reason)
        values ('0986', 'dispatch.offer-seconds', 1, '1', now() - interval '1 day', 'test', 'test') on conflict do nothing
        """);

    private static async Task<List<string>> KindsAsync(Person person, V1.Assignment offer) =>
        [.. (await person.Incidents.ListTimelineEntriesAsync(new() { Parent = IncidentOf(offer) }, person.Call)).Entries.Select(entry => entry.Kind)];

    private static string IncidentOf(V1.Assignment offer) => offer.Name[..offer.Name.IndexOf("/assignments/", StringComparison.Ordinal)];

    private static bool IsOf(V1.WatchBoardResponse message, string unit, V1.UnitAvailability availability) => message.Delta?.Item?.Unit is { } shown && shown.Name == unit && shown.Availability == availability;

    /// <summary>What the screen is told of a unit's availability, up to a message.</summary>
    private static async Task<List<V1.UnitAvailability>> StepsAsync(AsyncServerStreamingCall<V1.WatchBoardResponse> screen, string unit, Func<V1.WatchBoardResponse, bool> isLast)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        List<V1.UnitAvailability> steps = [];
        while (await screen.ResponseStream.MoveNext(limit.Token))
        {
            if (screen.ResponseStream.Current.Delta?.Item?.Unit is { } shown && shown.Name == unit) steps.Add(shown.Availability);
            if (isLast(screen.ResponseStream.Current)) return steps;
        }
        throw new Xunit.Sdk.XunitException("The stream ended before what was waited for.");
    }
}
