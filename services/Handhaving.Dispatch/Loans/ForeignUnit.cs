using System.Globalization;
using Handhaving.Dispatch.Data;
using Handhaving.Dispatch.Data.Loading;
using Handhaving.Dispatch.Duties;
using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Officers;
using Handhaving.Dispatch.Units;
using Npgsql;

namespace Handhaving.Dispatch.Loans;

/// <summary>A unit on duty of another team, or of a municipality that shares nothing: what an offer's filters need of it.</summary>
/// <param name="IsHidden">The caller may not read it: for what is not urgent it does not exist.</param>
public sealed record ForeignUnit(UnitOnDuty Unit, bool IsHidden, string BorrowerTeam)
{
    /// <summary>What people call its owner; empty when that is not known.</summary>
    public string OwnerName { get; init; } = "";
}

/// <summary>Asks the database for such units, past the wall and by name alone.</summary>
internal static class ForeignUnitQuery
{
    public static NpgsqlBatchCommand Of(string[] names) => new(From("$1")) { Parameters = { new() { Value = names } } };

    /// <param name="names">A query that names the units.</param>
    public static NpgsqlBatchCommand Of(string names, params object[] values)
    {
        var command = new NpgsqlBatchCommand(From($"array({names})"));
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        return command;
    }

    private static string From(string names) => $"""
        select f.name, f.call_sign, f.kind, f.minimum_crew, f.powers, f.equipment, f.activity, f.hidden, f.borrower_team, f.ends_at, coalesce(m.display_name, t.display_name, '')
        from foreign_units({names}) f left join municipality m on m.code = split_part(f.name, '/', 2) left join team t on t.id = split_part(f.name, '/', 2)
        """;

    public static async Task<List<ForeignUnit>> ReadAsync(NpgsqlDataReader reader, DateTimeOffset now, CancellationToken cancellation)
    {
        List<ForeignUnit> units = [];
        while (await reader.ReadAsync(cancellation))
        {
            // Who they are and where they live is not the borrower's to know.
            var crew = reader.GetFieldValue<string[]>(4).Select((powers, index) => new Officer((index + 1).ToString(CultureInfo.InvariantCulture), UnitQuery.Appointments(powers)));
            var unit = new UnitOnDuty(new UnitName(reader.GetString(0)), reader.GetString(1), (UnitKind)reader.GetInt16(2), Place.Nowhere.Point, reader.GetInt32(3), [.. crew], now)
            {
                Duty = Duty.Start(now) with { Equipment = reader.GetFieldValue<string[]>(5), Activity = (UnitActivity)reader.GetInt16(6), EndsAt = reader.IsDBNull(9) ? null : reader.GetFieldValue<DateTimeOffset>(9) },
            };
            units.Add(new(unit, reader.GetBoolean(7), reader.GetString(8)) { OwnerName = reader.GetString(10) });
        }
        return units;
    }
}
