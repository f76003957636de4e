using Handhaving.Capacity.Data;
using Handhaving.Capacity.WorkingTime;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Paging;
using Handhaving.ServiceDefaults.Tenancy;
using Npgsql;

namespace Handhaving.Capacity.People.Districts;

/// <summary>Counts district officers of a police team; in plain SQL, for partners of the team see the count and nobody's file.</summary>
public sealed class DistrictQueries(CapacityDb db, TimeProvider clock)
{
    /// <returns>Municipalities of which the inhabitants are known, by code.</returns>
    public async Task<Page<DistrictOfficerCover>> ListAsync(PageRequest page, Call call, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        var rest = (await ReadAsync(work, call.Owner, DutchClock.DayOf(now), cancellation)).Where(cover => string.CompareOrdinal(cover.Municipality.Value, page.After) > 0).ToList();
        work.Consulted(call, [(call.Owner, call.Owner.Name)], now);
        await work.CommitAsync(cancellation);
        return new([.. rest.Take(page.Size)], rest.Count > page.Size ? page.TokenAfter(rest[page.Size - 1].Municipality.Value) : "");
    }

    private static async Task<List<DistrictOfficerCover>> ReadAsync(UnitOfWork<CapacityDb> work, TenantId team, DateOnly day, CancellationToken cancellation)
    {
        await using var batch = work.Batch();
        batch.BatchCommands.Add(new("select * from district_officer_cover($1, $2)") { Parameters = { new() { Value = team.Value }, new NpgsqlParameter { Value = day } } });
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        List<DistrictOfficerCover> covers = [];
        while (await reader.ReadAsync(cancellation)) covers.Add(new(new(reader.GetString(0)), reader.GetInt32(1), reader.GetString(2), reader.GetInt32(3)));
        return covers;
    }
}
