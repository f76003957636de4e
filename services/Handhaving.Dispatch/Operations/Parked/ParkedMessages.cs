using Handhaving.Dispatch.Data;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Paging;
using Handhaving.ServiceDefaults.Tenancy;
using Npgsql;

namespace Handhaving.Dispatch.Operations.Parked;

/// <summary>Lists parked messages, whatever became of them.</summary>
public sealed class ParkedMessages(DispatchDb db, TimeProvider clock)
{
    public async Task<Page<ParkedMessage>> ListAsync(PageRequest page, Call call, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        var messages = await ReadAsync(work.Connection, call.Owner, page, cancellation);
        work.Consulted(call, [(call.Owner, call.Owner.Name)], clock.GetUtcNow());
        await work.CommitAsync(cancellation);
        var shown = messages.Take(page.Size).ToList();
        return new(shown, messages.Count > page.Size ? page.TokenAfter(new ParkedMessageName(call.Owner, shown[^1].MessageId, shown[^1].Consumer).Id) : "");
    }

    private static async Task<List<ParkedMessage>> ReadAsync(NpgsqlConnection connection, TenantId tenant, PageRequest page, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand($"select {ParkedRows.Columns} from parked_message where tenant = $1 and (message_id::text || '@' || consumer) > $2 order by message_id::text || '@' || consumer limit $3", connection)
        {
            Parameters = { new() { Value = tenant.Value }, new() { Value = page.After }, new() { Value = page.Size + 1 } },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        List<ParkedMessage> messages = [];
        while (await reader.ReadAsync(cancellation)) messages.Add(ParkedRows.Read(reader));
        return messages;
    }
}
