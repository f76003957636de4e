using Handhaving.Capacity.Data;
using Handhaving.Capacity.People.Keeping;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Capacity.People.Tables;

/// <summary>Writes what is known of people as the file that <see cref="ImportPeople"/> reads.</summary>
public sealed class ExportPeople(CapacityDb db, PeopleBook people, TimeProvider clock)
{
    private const int MostCharacters = 3_000_000;

    public async Task<string> HandleAsync(PeopleTable table, Call call, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        var officers = await people.OfAsync(call.Owner, cancellation);
        var csv = CsvTable.Write(officers.SelectMany(table.RowsOf).Prepend(table.Columns));
        TableRules.NotTooLarge.Require(csv.Length <= MostCharacters, ("most", $"{MostCharacters}"));
        work.Consulted(call, officers.Select(officer => (officer.Name.Owner, officer.Name.Value)), clock.GetUtcNow());
        await work.CommitAsync(cancellation);
        return csv;
    }
}
