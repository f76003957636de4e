using Handhaving.Capacity.Competence;
using Handhaving.Capacity.Ledger;
using Handhaving.Capacity.People;
using Handhaving.Capacity.People.Teams;
using Handhaving.Capacity.WorkingTime;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Capacity.Tests.People;

/// <summary>Somebody who works for Stein, with a contract and an akte.</summary>
internal static class Given
{
    public static readonly TenantId Stein = new("0971");
    public static readonly PeopleAct Act = new("planner", new(2026, 12, 1, 8, 0, 0, TimeSpan.Zero));

    public static FunctionPosts Posts(int established = 2) => new(new(new FunctionName(Stein, "boa-1"), CompetenceDomain.PublicSpace, false), established);

    public static EmploymentContract Contract(DateOnly? from = null, DateOnly? until = null) => new("boa-1", [], 36) { ValidFrom = from ?? new(2025, 1, 1), ValidUntil = until };

    public static Appointment Akte(DateOnly? until = null) => new(CompetenceDomain.PublicSpace, ["0971"], new(2025, 1, 1), until ?? new(2029, 12, 31), [], null);

    public static Officer Officer(string id, IReadOnlyList<EmploymentContract>? contracts = null, IReadOnlyList<Appointment>? appointments = null, TenantId? owner = null) =>
        Capacity.People.Officer.Enter(new(owner ?? Stein, id), new(id, "boa", contracts ?? [Contract()], appointments ?? [Akte()], null), Act);

    public static RegisteredAbsence Absence(AbsenceKind kind, DateTimeOffset start, DateTimeOffset end, TenantId? borrower = null) => new(Guid.NewGuid(), new(kind, new(start, end), AbsenceCertainty.Confirmed), borrower);

    public static DateTimeOffset At(int day, int hour, int minute = 0) => DutchClock.At(new(2026, 12, day), new(hour, minute));

    public static KnownStaff Known() => new(Stein,
        new([new("boa-1", "Boa domein I", false), new("boa-2", "Boa domein II", false), new("noodhulp", "Noodhulp", true)]),
        [new(Stein, "boa", "Boa-team", StaffTeamKind.Boa, [Stein], [new("boa-1", 2)])], new HashSet<string> { "0971", "0888" });
}
