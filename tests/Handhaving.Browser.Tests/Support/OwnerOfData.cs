using Npgsql;

namespace Handhaving.Browser.Tests.Support;

/// <summary>Reaches behind the platform: for damage on purpose, and for a past that a test cannot wait for.</summary>
internal static class OwnerOfData
{
    public static Task OwnerAsync(this ControlRoom room, string sql, params object[] values) => OwnerAsync(room, "dispatch-database", sql, values);

    /// <summary>Calls of Beek in each hour of these past days, more in the evening, as if dispatch had told of them.</summary>
    public static Task PastCallsAsync(this ControlRoom room, int days) => OwnerAsync(room, "capacity-database", """
        insert into demand_hour (tenant, starts_at, area, family, priority, arrivals, served, police_seconds, boa_seconds, travels, travel_seconds)
        select '0888', hour, area, family, 3, n, n, 600.0 * n, 1200.0 * n, n, 300.0 * n
        from generate_series(date_trunc('hour', now() - make_interval(days => $1)), now() - interval '1 hour', interval '1 hour') hour,
          (values ('WK088800', 'parking', 1), ('WK088801', 'noise', 2)) what (area, family, more), lateral (select 1 + more * (extract(hour from hour) between 16 and 21)::int as n) calls
        on conflict do nothing
        """, [days]);

    /// <summary>In the day shift of yesterday a unit of BOAs was so many minutes in a district of Beek, and nothing is known of the shifts before, as if dispatch had told of it.</summary>
    public static Task PastPresenceAsync(this ControlRoom room, string area, int minutes) => OwnerAsync(room, "capacity-database", """
        insert into presence_hour (tenant, area, starts_at, boa_minutes, police_minutes)
        values ('0888', $1, date_trunc('hour', (((now() at time zone 'Europe/Amsterdam')::date - 1) + time '10:00') at time zone 'Europe/Amsterdam'), $2, 0)
        on conflict do nothing
        """, [area, minutes]);

    private static async Task OwnerAsync(ControlRoom room, string resource, string sql, object[] values)
    {
        await using var database = new NpgsqlConnection(room.Application.ConnectionString(resource));
        await database.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, database);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
