using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.Competence;
using Handhaving.Capacity.Layers;
using Handhaving.Capacity.People.Teams;
using Handhaving.Capacity.WorkingTime;

namespace Handhaving.Capacity.People.Strengths;

/// <summary>Why somebody may not do a piece of work, and from when on.</summary>
/// <param name="Dutch">What to tell a planner.</param>
public sealed record CandidateGap(string Cause, DateTimeOffset At, string Dutch);

/// <summary>Somebody for work over a whole stretch: no assignment outside a valid akte, domain or territory, or into an absence, at any moment of it.</summary>
/// <param name="Gaps">Empty when the person may do all of it.</param>
public sealed record Candidate(OfficerName Name, IReadOnlyList<CandidateGap> Gaps)
{
    public static Candidate Of(Officer officer, FunctionPowers asked, Interval stretch) => new(officer.Name, [.. GapsOf(officer, asked, stretch).OrderBy(gap => gap.At)]);

    private static IEnumerable<CandidateGap> GapsOf(Officer officer, FunctionPowers asked, Interval stretch)
    {
        if (Uncovered(officer.Details.Contracts.Where(contract => contract.Functions.Contains(asked.Function.Code)).Select(contract => contract.Time), stretch) is { } from) yield return new("no-contract", from, "Er is geen contract voor deze functie.");
        var lent = officer.Absences.Where(absence => absence.Borrower == asked.Function.Owner).ToList();
        if (officer.Name.Owner != asked.Function.Owner && Uncovered(lent.Select(absence => absence.Absence.Time), stretch) is { } until) yield return new("not-lent", until, "Is dan niet uitgeleend aan deze gemeente.");
        if (asked.Domain is { } domain && new Competences(officer.Details.Appointments).Gap(domain, asked.Function.Owner, stretch) is { } gap) yield return new($"no-valid-akte.{CodeOf(gap.Reason)}", gap.At, gap.Dutch);
        if (asked.NeedsUseOfForceTest && TestedUntil(officer) is var tested && tested < stretch.End) yield return new("failed-force-test", tested > stretch.Start ? tested : stretch.Start, "De geweldstoets is dan niet geldig.");
        foreach (var contract in officer.Details.Contracts.Where(contract => contract.Touches(stretch)))
        {
            if (contract.Trainee) yield return new("trainee", stretch.Start, "Werkt nog onder begeleiding.");
            var availability = new Availability([], contract.FixedFreeDays.ToHashSet());
            if (availability.FirstFreeDay(stretch) is { } day && contract.HoldsOn(day)) yield return new("fixed-free-day", DutchClock.Midnight(day), "Heeft dan een vaste vrije dag.");
            if (contract.NightExempt && new Absence(AbsenceKind.NightExemption, contract.Time, AbsenceCertainty.Confirmed).Touches(stretch)) yield return new("night-exemption", stretch.Start, "Werkt niet in de nacht.");
        }
        foreach (var absence in officer.Absences.Except(lent).Select(absence => absence.Absence).Where(absence => absence.Touches(stretch)))
            yield return new(StrengthCauses.CodeOf(CauseOf(absence.Kind)), absence.Time.Start > stretch.Start ? absence.Time.Start : stretch.Start, "Is dan niet beschikbaar.");
    }

    // The first moment at which none of the times holds.
    private static DateTimeOffset? Uncovered(IEnumerable<Interval> times, Interval stretch)
    {
        var covered = stretch.Start;
        foreach (var time in times.OrderBy(time => time.Start))
            if (time.Start <= covered && time.End > covered) covered = time.End;
        return covered < stretch.End ? covered : null;
    }

    private static DateTimeOffset TestedUntil(Officer officer) =>
        officer.Details.Appointments.Select(appointment => appointment.UseOfForceUntil).Max() is { } last ? DutchClock.Midnight(last.AddDays(1)) : DateTimeOffset.MinValue;

    private static string CodeOf(CompetenceGapReason reason) => reason switch
    {
        CompetenceGapReason.Domain => "domain",
        CompetenceGapReason.Territory => "territory",
        CompetenceGapReason.NotYetValid => "not-yet-valid",
        CompetenceGapReason.Expired => "expired",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
    };

    private static LayerCause CauseOf(AbsenceKind kind) => kind switch
    {
        AbsenceKind.Leave => LayerCause.Leave,
        AbsenceKind.Sick => LayerCause.Sick,
        AbsenceKind.LongTermSick => LayerCause.LongTermSick,
        AbsenceKind.Training => LayerCause.Training,
        AbsenceKind.LentOut => LayerCause.LentOut,
        AbsenceKind.Restricted => LayerCause.Restricted,
        AbsenceKind.NightExemption => LayerCause.NightExemption,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
