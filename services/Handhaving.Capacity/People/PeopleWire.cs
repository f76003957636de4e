using Google.Protobuf.WellKnownTypes;
using Google.Type;
using Handhaving.Capacity.Competence;
using Handhaving.Capacity.People.Districts;
using Handhaving.Capacity.People.Expiry;
using Handhaving.Capacity.People.Strengths;
using Handhaving.Capacity.People.Tables;
using Handhaving.Capacity.People.Teams;
using DayOfWeek = System.DayOfWeek;

namespace Handhaving.Capacity.People;

/// <summary>People on the wire; enums have the same numbers there.</summary>
internal static class PeopleWire
{
    public static V1.StaffTeam ToWire(StaffTeam team) => new()
    {
        Name = team.Name, DisplayName = team.DisplayName, Kind = (V1.StaffTeamKind)team.Kind, Municipalities = { team.Municipalities.Select(municipality => municipality.Name) },
        Posts = { team.Posts.Select(posts => new V1.StaffPosts { Function = posts.Function, Established = posts.Established }) },
    };

    public static V1.DistrictOfficerCover ToWire(DistrictOfficerCover cover) =>
        new() { Municipality = cover.Municipality.Name, Inhabitants = cover.Inhabitants, Source = cover.Source, Norm = cover.Norm, Present = cover.Present };

    public static V1.Officer ToWire(Officer officer) => new()
    {
        Name = officer.Name.Value,
        DisplayName = officer.Details.DisplayName,
        StaffTeam = officer.Details.StaffTeam,
        Contracts = { officer.Details.Contracts.Select(ToWire) },
        Appointments = { officer.Details.Appointments.Select(ToWire) },
        DistrictMunicipality = officer.Details.District?.Name ?? "",
        Absences = { officer.Absences.Select(absence => ToWire(officer.Name, absence)) },
        CreateTime = officer.CreatedAt.ToTimestamp(),
        UpdateTime = officer.UpdatedAt.ToTimestamp(),
        UpdatedBy = officer.UpdatedBy,
        Etag = officer.Etag,
    };

    public static V1.ExplainedStrength ToWire(StrengthSegment segment)
    {
        var wire = Explained(segment);
        if (segment.Planned is not { } planned) return wire;
        wire.Planned = planned.Count;
        wire.PlannedOfficers.AddRange(planned.Select(person => person.Value));
        return wire;
    }

    private static V1.ExplainedStrength Explained(StrengthSegment segment) => new()
    {
        StartTime = segment.Time.Start.ToTimestamp(),
        EndTime = segment.Time.End.ToTimestamp(),
        Established = segment.Block.Established,
        Staffed = segment.Block.Staffed,
        Deployable = segment.Block.Deployable,
        Plannable = segment.Block.Plannable,
        Steps =
        {
            segment.Block.Steps.Select(step => new V1.StrengthStep
            {
                Layer = (V1.StrengthLayer)StrengthCauses.LayerOf(step.Layer), Cause = StrengthCauses.CodeOf(step.Cause), Officer = step.Person?.Value ?? "", Change = step.Change, Rule = step.Rule ?? "",
            }),
        },
    };

    public static V1.Candidate ToWire(Candidate candidate) => new()
    {
        Officer = candidate.Name.Value,
        Qualified = candidate.Gaps.Count == 0,
        Gaps = { candidate.Gaps.Select(gap => new V1.CandidateGap { Cause = gap.Cause, Time = gap.At.ToTimestamp(), Message = gap.Dutch }) },
    };

    public static V1.ImportedRow ToWire(ImportedRow row) => new() { Line = row.Line, Outcome = (V1.ImportOutcome)row.Outcome, Reason = row.Reason, Message = row.English, DutchMessage = row.Dutch };

    private static V1.EmploymentContract ToWire(EmploymentContract contract) => new()
    {
        Function = contract.Function,
        OtherFunctions = { contract.OtherFunctions },
        WeeklyHours = contract.WeeklyHours,
        FixedFreeDays = { contract.FixedFreeDays.Select(day => day is DayOfWeek.Sunday ? V1.Weekday.Sunday : (V1.Weekday)day) },
        NightExempt = contract.NightExempt,
        Trainee = contract.Trainee,
        ValidFrom = ToWire(contract.ValidFrom),
        ValidUntil = contract.ValidUntil is { } last ? ToWire(last) : null,
    };

    private static V1.Appointment ToWire(Appointment appointment) => new()
    {
        Domain = (V1.CompetenceDomain)appointment.Domain,
        Territory = { appointment.Territory },
        ValidFrom = ToWire(appointment.ValidFrom),
        ValidUntil = ToWire(appointment.ValidUntil),
        Modules = { appointment.Modules.Select(module => new V1.RefresherTraining { Module = module.Module, PassedOn = ToWire(module.PassedOn) }) },
        UseOfForceUntil = appointment.UseOfForceUntil is { } last ? ToWire(last) : null,
    };

    private static V1.Absence ToWire(OfficerName officer, RegisteredAbsence registered) => new()
    {
        Name = new AbsenceName(officer, registered.Id).Value,
        Kind = (V1.AbsenceKind)registered.Absence.Kind,
        StartTime = registered.Absence.Time.Start.ToTimestamp(),
        EndTime = registered.Absence.Time.End.ToTimestamp(),
        Certainty = (V1.AbsenceCertainty)registered.Absence.Certainty,
        Borrower = registered.Borrower?.Name ?? "",
    };

    public static Date ToWire(DateOnly day) => new() { Year = day.Year, Month = day.Month, Day = day.Day };

    public static V1.EndingAppointment ToWire(EndingAppointment ending) => new()
    {
        Officer = ending.Officer.Name.Value, DisplayName = ending.Officer.Details.DisplayName, Domain = (V1.CompetenceDomain)ending.Expiry.Appointment.Domain, Territory = { ending.Expiry.Appointment.Territory },
        ValidUntil = ToWire(ending.Expiry.Appointment.ValidUntil), DaysLeft = ending.Expiry.DaysLeft, MissingModules = ending.Expiry.MissingModules,
    };
}
