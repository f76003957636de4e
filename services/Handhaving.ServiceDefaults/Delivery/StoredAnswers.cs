using System.Text.Json;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Tenancy;
using Npgsql;

namespace Handhaving.ServiceDefaults.Delivery;

/// <summary>Answers given before, by request id.</summary>
public static class StoredAnswers
{
    /// <summary>Command whose rows are (request_id, client, method, content_hash, answer) of the keys that were answered before.</summary>
    /// <remarks>A look into the key's index for each of them. As a plain join it was planned while the table was small, and then read all answers of the tenant for each batch.</remarks>
    public static NpgsqlBatchCommand Find(TenantId tenant, IReadOnlyCollection<RequestKey> keys) => new("""
        select k.id, k.client, k.method, r.content_hash, r.answer
        from unnest($2, $3, $4) as k (client, method, id)
        cross join lateral (select content_hash, answer from request where tenant = $1 and client = k.client and method = k.method and request_id = k.id limit 1) r
        """)
    {
        Parameters =
        {
            new() { Value = tenant.Value },
            new() { Value = keys.Select(key => key.Client).ToArray() },
            new() { Value = keys.Select(key => key.Method).ToArray() },
            new() { Value = keys.Select(key => key.Id).ToArray() },
        },
    };

    public static async Task<Dictionary<(Guid, string, string), (byte[] Hash, string Answer)>> ReadAsync(NpgsqlDataReader reader, CancellationToken cancellation)
    {
        Dictionary<(Guid, string, string), (byte[], string)> answers = [];
        while (await reader.ReadAsync(cancellation))
            answers[(reader.GetGuid(0), reader.GetString(1), reader.GetString(2))] = (reader.GetFieldValue<byte[]>(3), reader.GetString(4));
        return answers;
    }

    /// <exception cref="RuleBroken">REQUEST_ID_REUSED when the content is another.</exception>
    public static T Open<T>(RequestKey key, byte[] storedHash, string answer)
    {
        Reasons.RequestIdReused.Require(key.HasContentOf(storedHash));
        return JsonSerializer.Deserialize<T>(answer, MessageJson.Options) ?? throw new JsonException("A stored answer is empty.");
    }
}
