using System.Globalization;
using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.People;
using Handhaving.Capacity.People.Tables;
using Handhaving.Capacity.Rosters.Deployments;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Capacity.Rosters.Tables;

/// <summary>Shifts as rows: times with an offset, or by the clock in the Netherlands.</summary>
public static class ShiftTable
{
    /// <summary>Columns that a file must have.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["officer", "function", "unit", "activity", "start_time", "end_time", "break_minutes", "pinned", "note"];
    private const string Deployment = "deployment"; // files of before it lack it

    public static string Write(DutyRoster roster) => CsvTable.Write(roster.Shifts.Select(shift => (IReadOnlyList<string>)
    [
        shift.Officer.Owner == roster.Name.Owner ? shift.Officer.Id : shift.Officer.Value, shift.Function, shift.Unit, shift.Activity, Say(shift.Time.Start), Say(shift.Time.End),
        shift.BreakMinutes.ToString(CultureInfo.InvariantCulture), shift.Pinned ? "ja" : "nee", shift.Note, shift.Deployment?.Value ?? "",
    ]).Prepend([.. Columns, Deployment]));

    /// <exception cref="ServiceDefaults.Errors.RuleBroken">IMPORT_VALUE_INVALID.</exception>
    public static PlannedShift ShiftOf(TableRow row, TenantId owner)
    {
        var time = new Interval(row.Time("start_time"), row.Time("end_time"));
        var breaks = row.OptionalText("break_minutes") is null ? PlannedShift.LawfulBreak(time.End - time.Start) : (int)row.Number("break_minutes", 0, 240);
        return new()
        {
            Officer = OfficerOf(row, owner), Function = row.Text("function"), Unit = row.Text("unit", unit => unit.Length == 0 || PlannedShift.IsUnit(unit)), Activity = Read(row, "activity", 100), Time = time, BreakMinutes = breaks,
            Pinned = row.YesOrNo("pinned"), Note = Read(row, "note", 200), Deployment = DeploymentOf(row),
        };
    }

    private static OfficerName OfficerOf(TableRow row, TenantId owner)
    {
        var text = row.Text("officer");
        return OfficerName.IsId(text) ? new(owner, text) : OfficerName.Parse(text) ?? throw row.Wrong("officer");
    }

    private static DeploymentName? DeploymentOf(TableRow row) => !row.Has(Deployment) || row.Text(Deployment).Length == 0 ? null : DeploymentName.Parse(row.Text(Deployment)) ?? throw row.Wrong(Deployment);

    private static string Read(TableRow row, string column, int longest) => row.Text(column, text => text.Length <= longest && !text.Any(char.IsControl));

    private static string Say(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
