using System.Globalization;
using Google.Type;
using Handhaving.Capacity.Competence;
using Handhaving.Capacity.Ledger;
using Handhaving.Capacity.People.Tables;
using Handhaving.ServiceDefaults.Tenancy;
using DayOfWeek = System.DayOfWeek;

namespace Handhaving.Capacity.People;

/// <summary>People from the wire; enums have the same numbers there.</summary>
internal static class PeopleFromWire
{
    public static OfficerDetails DetailsOf(V1.Officer officer) => new(
        officer.DisplayName, officer.StaffTeam, [.. officer.Contracts.Select(ContractOf)], [.. officer.Appointments.Select(AppointmentOf)],
        officer.DistrictMunicipality.Length > 0 ? TenantId.OfName(officer.DistrictMunicipality) : null);

    /// <summary>Its id is to be given yet.</summary>
    public static RegisteredAbsence AbsenceOf(V1.Absence absence) => new(
        Guid.Empty, new((AbsenceKind)absence.Kind, LedgerWire.FromWire(absence.StartTime, absence.EndTime), (AbsenceCertainty)absence.Certainty),
        absence.Borrower.Length > 0 ? TenantId.OfName(absence.Borrower) : null);

    public static PeopleTable TableOf(V1.PeopleTable table) => PeopleTable.ByNumber[(int)table];

    private static EmploymentContract ContractOf(V1.EmploymentContract contract) => new(contract.Function, [.. contract.OtherFunctions], contract.WeeklyHours)
    {
        FixedFreeDays = [.. contract.FixedFreeDays.Select(day => (DayOfWeek)((int)day % 7)).Distinct()], // Sunday is 7 on the wire and 0 here
        NightExempt = contract.NightExempt,
        Trainee = contract.Trainee,
        ValidFrom = DayOf(contract.ValidFrom),
        ValidUntil = contract.ValidUntil is { } last ? DayOf(last) : null,
    };

    private static Appointment AppointmentOf(V1.Appointment appointment) => new(
        (CompetenceDomain)appointment.Domain, [.. appointment.Territory], DayOf(appointment.ValidFrom), DayOf(appointment.ValidUntil),
        [.. appointment.Modules.Select(module => new RefresherTraining(module.Module, DayOf(module.PassedOn)))], appointment.UseOfForceUntil is { } last ? DayOf(last) : null);

    // Within the years that instants are reckoned in.
    public static DateOnly DayOf(Date date)
    {
        var text = $"{date.Year:0000}-{date.Month:00}-{date.Day:00}";
        var isDay = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
        PeopleRules.RealDate.Require(isDay && day.Year is >= 1950 and < 2199, ("date", text));
        return day;
    }
}
