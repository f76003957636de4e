using Npgsql;

namespace Handhaving.Faults.Tests.Platform;

/// <summary>The database past row-level security: for looking behind the services, and for damage on purpose.</summary>
public sealed class OwnerView(string connectionString)
{
    // A pooled connection would be one to the server that was killed.
    private readonly string unpooled = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString;

    public async Task<NpgsqlConnection> OpenAsync()
    {
        var connection = new NpgsqlConnection(unpooled);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        return connection;
    }

    /// <summary>Rows of a query, each as the reader function sees it.</summary>
    public async Task<List<T>> RowsAsync<T>(string sql, Func<NpgsqlDataReader, T> read, params object[] values)
    {
        await using var connection = await OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        List<T> rows = [];
        while (await reader.ReadAsync(TestContext.Current.CancellationToken)) rows.Add(read(reader));
        return rows;
    }

    public async Task<long> CountAsync(string sql, params object[] values) => (await RowsAsync(sql, reader => reader.GetInt64(0), values))[0];
}
