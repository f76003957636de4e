using System.Globalization;

namespace Handhaving.Capacity.People.Tables;

/// <summary>One contract a row.</summary>
public sealed class ContractTable : PeopleTable
{
    public override IReadOnlyList<string> Columns { get; } = ["officer", "display_name", "staff_team", "function", "other_functions", "weekly_hours", "fixed_free_days", "night_exempt", "trainee", "valid_from", "valid_until"];

    public override RowOutcome Apply(TableRow row, PeopleDraft draft) => draft.AddContract(IdOf(row), row.Text("display_name", text => text.Length is > 0 and <= 100 && !text.Any(char.IsControl)), row.Text("staff_team"),
        new(row.Text("function"), row.Words("other_functions"), row.Number("weekly_hours", 1, 60))
        {
            FixedFreeDays = [.. row.Words("fixed_free_days").Select(day => row.Coded("fixed_free_days", day, TableCodes.Weekdays)).Distinct()],
            NightExempt = row.YesOrNo("night_exempt"), Trainee = row.YesOrNo("trainee"), ValidFrom = row.Day("valid_from"), ValidUntil = row.OptionalDay("valid_until"),
        });

    public override IEnumerable<IReadOnlyList<string>> RowsOf(Officer officer) => officer.Details.Contracts.Select(contract => (IReadOnlyList<string>)
    [
        officer.Name.Id, officer.Details.DisplayName, officer.Details.StaffTeam, contract.Function, string.Join(' ', contract.OtherFunctions), contract.WeeklyHours.ToString(CultureInfo.InvariantCulture),
        string.Join(' ', contract.FixedFreeDays.Select(TableCodes.Weekdays.CodeOf)), Say(contract.NightExempt), Say(contract.Trainee), Say(contract.ValidFrom), Say(contract.ValidUntil),
    ]);
}
