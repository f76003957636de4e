using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.Competence;
using Handhaving.Capacity.People.Keeping;
using Handhaving.Capacity.People.Teams;

namespace Handhaving.Capacity.People.Tables;

/// <summary>What a row did.</summary>
public enum RowOutcome { Added = 1, Unchanged, Refused }

/// <summary>The people of an owner as a file would leave them, row by row; a row that breaks a rule leaves them as they were.</summary>
public sealed class PeopleDraft(KnownStaff known, IEnumerable<Officer> people, PeopleAct act, Func<Guid> newId)
{
    private readonly Dictionary<string, Officer> before = people.ToDictionary(officer => officer.Name.Id);
    private readonly SortedDictionary<string, Officer> after = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Interval>> absent = [];

    /// <summary>One change for each person of whom a row said something new, by id.</summary>
    public IReadOnlyList<OfficerChange> Changes => [.. after.Select(pair => new OfficerChange(before.GetValueOrDefault(pair.Key), Numbered(pair.Value), StretchOf(pair.Key)))];

    /// <exception cref="ServiceDefaults.Errors.RuleBroken">IMPORT_OFFICER_DIFFERS, and those of <see cref="KnownStaff.Require(OfficerDetails)"/>.</exception>
    public RowOutcome AddContract(string id, string displayName, string staffTeam, EmploymentContract contract)
    {
        if (Find(id) is not { } officer)
        {
            var details = new OfficerDetails(displayName, staffTeam, [contract], [], null);
            known.Require(details);
            after[id] = Officer.Enter(new(known.Owner, id), details, act);
            return RowOutcome.Added;
        }
        TableRules.SamePerson.Require(officer.Details.DisplayName == displayName, ("officer", id), ("column", "display_name"));
        TableRules.SamePerson.Require(officer.Details.StaffTeam == staffTeam, ("officer", id), ("column", "staff_team"));
        return officer.Details.Contracts.Any(contract.SaysTheSameAs) ? RowOutcome.Unchanged : Put(officer, officer.Details with { Contracts = [.. officer.Details.Contracts, contract] });
    }

    /// <exception cref="ServiceDefaults.Errors.RuleBroken">IMPORT_OFFICER_UNKNOWN, and those of <see cref="KnownStaff.Require(OfficerDetails)"/>.</exception>
    public RowOutcome AddAppointment(string id, Appointment appointment)
    {
        var officer = Get(id);
        return officer.Details.Appointments.Any(other => SaysTheSame(other, appointment)) ? RowOutcome.Unchanged : Put(officer, officer.Details with { Appointments = [.. officer.Details.Appointments, appointment] });
    }

    /// <exception cref="ServiceDefaults.Errors.RuleBroken">IMPORT_OFFICER_UNKNOWN, MUNICIPALITY_UNKNOWN, and those of <see cref="Officer.Report"/>.</exception>
    public RowOutcome AddAbsence(string id, RegisteredAbsence absence)
    {
        var officer = Get(id);
        known.Require(absence.Borrower);
        if (officer.Absences.Any(other => other.Absence == absence.Absence && other.Borrower == absence.Borrower)) return RowOutcome.Unchanged;
        after[id] = officer.Report(absence with { Id = newId() }, act);
        if (!absent.TryGetValue(id, out var stretches)) absent[id] = stretches = [];
        stretches.Add(absence.Absence.Time);
        return RowOutcome.Added;
    }

    private RowOutcome Put(Officer officer, OfficerDetails details)
    {
        known.Require(details);
        after[officer.Name.Id] = officer.With(details, act);
        return RowOutcome.Added;
    }

    private Officer? Find(string id) => after.GetValueOrDefault(id) ?? before.GetValueOrDefault(id);

    private Officer Get(string id) => Find(id) ?? throw TableRules.KnownOfficer.Broken(("officer", id));

    // However many rows are about one person, it changes once.
    private Officer Numbered(Officer officer) => officer with { Version = (before.GetValueOrDefault(officer.Name.Id)?.Version ?? 0) + 1 };

    private Interval? StretchOf(string id) => absent.TryGetValue(id, out var stretches) ? new(stretches.Min(time => time.Start), stretches.Max(time => time.End)) : null;

    private static bool SaysTheSame(Appointment left, Appointment right) =>
        left with { Territory = right.Territory, Modules = right.Modules } == right && left.Territory.Order().SequenceEqual(right.Territory.Order()) && left.Modules.ToHashSet().SetEquals(right.Modules);
}
