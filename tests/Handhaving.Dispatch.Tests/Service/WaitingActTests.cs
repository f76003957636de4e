using Npgsql;

namespace Handhaving.Dispatch.Tests.Service;

/// <summary>An act that waits for another is stamped with when it was decided, not with when it was asked.</summary>
public sealed class WaitingActTests(DispatchRegion region)
{
    [Fact]
    public async Task An_offer_that_waited_until_the_unit_was_free_begins_after_the_assignment_before_it_ended()
    {
        var person = Person.FromLandgraaf(region);
        var unit = await person.OwnUnitAsync(region, "0882");
        var (first, second) = (await person.ReportAsync("0882"), await person.ReportAsync("0899"));
        var before = (await person.AssignAsync(first, unit)).Assignment;
        await using var held = await HoldAsync(second.Name);

        var waiting = person.AssignAsync(second, unit);
        await Work.EventuallyAsync(async () => await region.OwnerAsync(
            "select count(*) from pg_locks where locktype = 'advisory' and not granted and (classid::bigint << 32 | objid::bigint) = hashtextextended($1, 0)", second.Name) is > 0L);
        var ended = (await person.Assignments.WithdrawAssignmentAsync(new() { Name = before.Name, Reason = "test", RequestId = Work.NewRequest() }, person.Call)).Assignment;
        await held.DisposeAsync();
        var offered = (await waiting).Assignment;

        Assert.True(offered.OfferTime.ToDateTimeOffset() >= ended.EndTime.ToDateTimeOffset(), $"offered {offered.OfferTime} before {ended.EndTime}");
        await person.Assignments.WithdrawAssignmentAsync(new() { Name = offered.Name, Reason = "test", RequestId = Work.NewRequest() }, person.Call);
    }

    /// <summary>Whoever changes this incident waits until this is disposed of: the lock that every act takes first.</summary>
    private async Task<NpgsqlConnection> HoldAsync(string incident)
    {
        var connection = new NpgsqlConnection(region.OwnerConnectionString + ";Pooling=false");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand("select pg_advisory_lock(hashtextextended($1, 0))", connection) { Parameters = { new() { Value = incident } } };
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        return connection;
    }
}
