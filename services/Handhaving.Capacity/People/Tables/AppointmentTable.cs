using Handhaving.Capacity.Competence;

namespace Handhaving.Capacity.People.Tables;

/// <summary>One appointment a row; modules as <c>code:day</c> with spaces between.</summary>
public sealed class AppointmentTable : PeopleTable
{
    public override IReadOnlyList<string> Columns { get; } = ["officer", "domain", "territory", "valid_from", "valid_until", "modules", "use_of_force_until"];

    public override RowOutcome Apply(TableRow row, PeopleDraft draft) => draft.AddAppointment(IdOf(row), new(
        row.Coded("domain", TableCodes.Domains), row.Words("territory"), row.Day("valid_from"), row.Day("valid_until"), [.. row.Words("modules").Select(word => ModuleOf(row, word))], row.OptionalDay("use_of_force_until")));

    public override IEnumerable<IReadOnlyList<string>> RowsOf(Officer officer) => officer.Details.Appointments.Select(appointment => (IReadOnlyList<string>)
    [
        officer.Name.Id, TableCodes.Domains.CodeOf(appointment.Domain), string.Join(' ', appointment.Territory), Say(appointment.ValidFrom), Say(appointment.ValidUntil),
        string.Join(' ', appointment.Modules.Select(module => $"{module.Module}:{Say(module.PassedOn)}")), Say(appointment.UseOfForceUntil),
    ]);

    private static RefresherTraining ModuleOf(TableRow row, string word) => word.Split(':') is [{ Length: > 0 and <= 40 } code, var day] ? new(code, row.DayOf("modules", day)) : throw row.Wrong("modules");
}
