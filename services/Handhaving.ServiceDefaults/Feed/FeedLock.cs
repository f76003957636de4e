using Npgsql;

namespace Handhaving.ServiceDefaults.Feed;

/// <summary>Makes the feed tell the changes of one thing in the order of their commits.</summary>
/// <remarks>
/// The feed is ordered by transaction id, which PostgreSQL gives out at the first write, not at the commit. Who takes these locks before it writes anything has
/// its id after every earlier holder has committed. An advisory lock gives no id by itself, and lives until the transaction ends.
/// </remarks>
public static class FeedLock
{
    /// <param name="subjects">Names of what the transaction will change; taken in one order, so that no two transactions wait for each other.</param>
    public static NpgsqlBatchCommand Take(IEnumerable<string> subjects) => new($"{Locks} unnest($1) subject {InOrder}") { Parameters = { new() { Value = subjects.Distinct().ToArray() } } };

    /// <param name="subjects">The same, with subjects that the statement itself finds; their column is called subject.</param>
    /// <param name="found">Parameters of the statement from $2 on.</param>
    public static NpgsqlBatchCommand Take(IEnumerable<string> subjects, string statement, params object[] found)
    {
        var command = new NpgsqlBatchCommand($"{Locks} (select unnest($1) as subject union {statement}) asked {InOrder}") { Parameters = { new() { Value = subjects.Distinct().ToArray() } } };
        foreach (var value in found) command.Parameters.Add(new() { Value = value });
        return command;
    }

    private const string Locks = "select pg_advisory_xact_lock(key) from (select distinct hashtextextended(subject, 0) as key from";
    private const string InOrder = "order by 1) ordered";
}
