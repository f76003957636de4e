using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.Competence;
using Handhaving.Capacity.Layers;
using Handhaving.Capacity.Ledger;
using Handhaving.Capacity.People.Strengths;
using Handhaving.Capacity.WorkingTime;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Capacity.People;

/// <summary>Who changes somebody's file and when.</summary>
public sealed record PeopleAct(string By, DateTimeOffset At);

/// <summary>What of somebody is entered as a whole; absences come one by one.</summary>
/// <param name="District">Municipality whose district officer (wijkagent) this is.</param>
public sealed record OfficerDetails(string DisplayName, string StaffTeam, IReadOnlyList<EmploymentContract> Contracts, IReadOnlyList<Appointment> Appointments, TenantId? District);

/// <summary>Somebody who works for a municipality or a police team: an immutable value.</summary>
public sealed record Officer
{
    private const int MostAbsences = 1000;

    public required OfficerName Name { get; init; }
    public required OfficerDetails Details { get; init; }
    public IReadOnlyList<RegisteredAbsence> Absences { get; init; } = [];
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
    public required string UpdatedBy { get; init; }

    /// <summary>Rises by one with each change, from 1.</summary>
    public required long Version { get; init; }

    public string Etag => $"\"{Version}\"";

    public static Officer Enter(OfficerName name, OfficerDetails details, PeopleAct act) =>
        new() { Name = name, Details = details, CreatedAt = act.At, UpdatedAt = act.At, UpdatedBy = act.By, Version = 1 };

    public void RequireSeen(string etag) => Reasons.EtagMismatch.Require(Etag == etag, ("name", Name.Value));

    public Officer With(OfficerDetails details, PeopleAct act) => Next(act) with { Details = details };

    /// <exception cref="RuleBroken">TOO_MANY_ABSENCES, and those of <see cref="RegisteredAbsence.Require"/>.</exception>
    public Officer Report(RegisteredAbsence absence, PeopleAct act)
    {
        absence.Require(Name.Owner);
        PeopleRules.AbsencesInReach.Require(Absences.Count < MostAbsences, ("most", $"{MostAbsences}"));
        RequireLentOnce(absence, Absences);
        return Next(act) with { Absences = InOrder(Absences.Append(absence)) };
    }

    /// <exception cref="NotFound">No such absence.</exception>
    public Officer Change(RegisteredAbsence absence, PeopleAct act)
    {
        absence.Require(Name.Owner);
        var before = Find(absence.Id);
        RequireLentOnce(absence, Absences.Where(other => other != before));
        return Next(act) with { Absences = InOrder(Absences.Select(other => other == before ? absence : other)) };
    }

    /// <exception cref="NotFound">No such absence.</exception>
    public Officer Withdraw(Guid absence, PeopleAct act)
    {
        var before = Find(absence);
        return Next(act) with { Absences = [.. Absences.Where(other => other != before)] };
    }

    public RegisteredAbsence Find(Guid absence) => Absences.SingleOrDefault(other => other.Id == absence) ?? throw new NotFound(new AbsenceName(Name, absence).Value);

    /// <summary>The last contract ended before a day; of who never had one, the last change of the file.</summary>
    public bool LeftBefore(DateOnly day) => Details.Contracts.Count > 0 ? Details.Contracts.All(contract => contract.ValidUntil < day) : DutchClock.DayOf(UpdatedAt) < day;

    /// <summary>Municipalities that the person is or was lent to.</summary>
    public IEnumerable<TenantId> Borrowers => Absences.Select(absence => absence.Borrower).OfType<TenantId>().Distinct();

    /// <summary>The person as the layers of a team count it, with shifts of about that time; null where no contract covers the stretch.</summary>
    public StaffMember? MemberAt(Interval stretch, TenantId team, PublishedShifts published) => Details.Contracts.FirstOrDefault(contract => contract.Covers(stretch)) is { } contract
        ? new(new(Name.Value), contract.PostAt(Name.Owner), new(Details.Appointments), new([.. Absences.Select(absence => absence.Absence)], contract.FixedFreeDays.ToHashSet()), LentTo(team), contract.Trainee,
            published.Of(Name, stretch), published.DaysOf(this, team))
        : null;

    /// <summary>At some moment of the stretch: an own person by any function of a contract; somebody lent in by that of the post alone, as the strength counts.</summary>
    public bool WorksFor(FunctionName function, Interval stretch) => function.Owner == Name.Owner
        ? Details.Contracts.Any(contract => contract.Touches(stretch) && contract.Functions.Contains(function.Code))
        : Details.Contracts.Any(contract => contract.Touches(stretch) && contract.Function == function.Code) && LentTo(function.Owner).Any(lent => lent.Start < stretch.End && stretch.Start < lent.End);

    private IReadOnlyList<Interval> LentTo(TenantId team) => [.. Absences.Where(absence => absence.Borrower == team).Select(absence => absence.Absence.Time)];

    private static void RequireLentOnce(RegisteredAbsence absence, IEnumerable<RegisteredAbsence> others)
    {
        if (absence.Absence.Kind is not AbsenceKind.LentOut) return;
        var meanwhile = others.FirstOrDefault(other => other.Absence.Kind is AbsenceKind.LentOut && other.Absence.Time.Start < absence.Absence.Time.End && absence.Absence.Time.Start < other.Absence.Time.End);
        PeopleRules.LentOnce.Require(meanwhile is null, ("from", $"{meanwhile?.Absence.Time.Start:yyyy-MM-dd}"));
    }

    private Officer Next(PeopleAct act) => this with { UpdatedAt = act.At, UpdatedBy = act.By, Version = Version + 1 };

    private static IReadOnlyList<RegisteredAbsence> InOrder(IEnumerable<RegisteredAbsence> absences) => [.. absences.OrderBy(absence => absence.Absence.Time.Start).ThenBy(absence => absence.Id)];
}
