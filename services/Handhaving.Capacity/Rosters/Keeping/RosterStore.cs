using System.Diagnostics;
using System.Text.Json;
using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.Data;
using Handhaving.Capacity.People;
using Handhaving.Capacity.People.Strengths;
using Handhaving.ServiceDefaults.Delivery;
using Npgsql;
using NpgsqlTypes;

namespace Handhaving.Capacity.Rosters.Keeping;

/// <summary>Keeps rosters; what is published is told, and the strength of its days counted anew. Under the lock of the owner's people.</summary>
public sealed class RosterStore(DeriveStrength derive)
{
    /// <summary>Keeps a draft, or a roster that another took the place of.</summary>
    public static async Task KeepAsync(UnitOfWork<CapacityDb> work, DutyRoster roster, CancellationToken cancellation)
    {
        await using var batch = work.Batch();
        batch.BatchCommands.Add(Put(roster));
        batch.BatchCommands.Add(new("delete from roster_shift where tenant = $1 and roster = $2") { Parameters = { new() { Value = roster.Name.Owner.Value }, new() { Value = roster.Name.Id } } });
        batch.BatchCommands.Add(PutShifts(roster));
        await batch.ExecuteNonQueryAsync(cancellation);
    }

    /// <returns>Where more is promised than there is since.</returns>
    public async Task<IReadOnlyList<Shortage>> TellAsync(UnitOfWork<CapacityDb> work, DutyRoster roster, bool isNew, PeopleAct act, CancellationToken cancellation)
    {
        await KeepAsync(work, roster, cancellation);
        work.TrailOf(roster.Name.Owner).Publish(Guid.CreateVersion7(act.At), roster.Name.Value, roster.Version, RosterFacts.Of(roster, isNew), Activity.Current);
        var horizon = DeriveStrength.Horizon(act.At);
        var last = roster.Shifts.Select(shift => shift.Time.End).Append(roster.Time.End).Max();
        return await derive.HandleAsync(work, roster.Name.Owner, new(roster.Time.Start > horizon.Start ? roster.Time.Start : horizon.Start, last < horizon.End ? last : horizon.End), act, cancellation);
    }

    private static NpgsqlBatchCommand Put(DutyRoster roster) => new("""
        insert into roster (tenant, id, staff_team, starts_at, ends_at, state, version, body) values ($1, $2, $3, $4, $5, $6, $7, $8)
        on conflict (id) do update set state = excluded.state, version = excluded.version, body = excluded.body
        """)
    {
        Parameters =
        {
            new() { Value = roster.Name.Owner.Value },
            new() { Value = roster.Name.Id },
            new() { Value = roster.StaffTeam },
            new() { Value = roster.Time.Start },
            new() { Value = roster.Time.End },
            new() { Value = (short)roster.State },
            new() { Value = roster.Version },
            new() { Value = RosterRow.BodyOf(roster), NpgsqlDbType = NpgsqlDbType.Jsonb },
        },
    };

    private static NpgsqlBatchCommand PutShifts(DutyRoster roster) => new("""
        insert into roster_shift (tenant, roster, id, officer, starts_at, ends_at, body)
        select $1, $2, i, o, s, e, b::jsonb from unnest($3, $4, $5, $6, $7) as row (i, o, s, e, b)
        """)
    {
        Parameters =
        {
            new() { Value = roster.Name.Owner.Value },
            new() { Value = roster.Name.Id },
            new() { Value = roster.Shifts.Select(shift => shift.Id).ToArray() },
            new() { Value = roster.Shifts.Select(shift => shift.Officer.Value).ToArray() },
            new() { Value = roster.Shifts.Select(shift => shift.Time.Start).ToArray() },
            new() { Value = roster.Shifts.Select(shift => shift.Time.End).ToArray() },
            new() { Value = roster.Shifts.Select(shift => JsonSerializer.Serialize(shift, MessageJson.Options)).ToArray() },
        },
    };
}
