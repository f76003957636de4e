using Npgsql;

namespace Handhaving.Browser.Tests.Support;

/// <summary>Reaches behind the platform: for damage on purpose alone.</summary>
internal static class OwnerOfData
{
    public static async Task OwnerAsync(this ControlRoom room, string sql, params object[] values)
    {
        await using var database = new NpgsqlConnection(room.Application.ConnectionString("dispatch-database"));
        await database.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, database);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
