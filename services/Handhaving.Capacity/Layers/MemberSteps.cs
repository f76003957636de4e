using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.Competence;
using Handhaving.Capacity.WorkingTime;
using Handhaving.Capacity.WorkingTime.Rests;

namespace Handhaving.Capacity.Layers;

/// <summary>How far one person comes in a block, and the first thing that stops the person: each is lost once, so that the steps add up to the numbers.</summary>
internal sealed class MemberSteps(LayerQuestion question, StaffMember person, WorkingTimeRules rules)
{
    private static readonly TimeOnly NightEnds = new(6, 0);

    private readonly IReadOnlyList<RequiredRest> rests = RequiredRest.Around(new(person.Id, [.. person.Shifts.Select(rostered => rostered.Shift)], question.Range, rules));

    public EmployeeId Id => person.Id;

    public bool HoldsPost(Interval block) => person.Contract.Team == question.Team && person.Contract.Function == question.Function && Covers(person.Contract.Time, block);

    // In the function of the post alone: a person counts once in a block, whatever else the person may do.
    public bool IsLentIn(Interval block) => person.Contract.Team != question.Team && person.Contract.Function == question.Function && person.LentIn.Any(time => Covers(time, block));

    /// <summary>Somebody of another function of the team, or lent to it, whose shift of the block is of this one: counted here then, and not in the function of the post.</summary>
    public bool IsRosteredIn(Interval block) => person.Contract.Function != question.Function && Planned(block).Any(IsOfQuestion)
        && (person.Contract.Team == question.Team || person.LentIn.Any(time => Covers(time, block)));

    public IEnumerable<LayerStep> Steps(Interval block)
    {
        var planned = Planned(block).Any(IsOfQuestion);
        var lost = NotDeployable(block) ?? NotPlannable(block);
        if (lost is { } step)
        {
            yield return step;
            if (planned) yield return Step(Layer.Planned, LayerCause.PlannedThoughUnavailable) with { Change = 0 };
        }
        else if (!planned) yield return Step(Layer.Planned, LayerCause.NotChosen);
    }

    private LayerStep? NotDeployable(Interval block)
    {
        if (Absent(block, AbsenceKind.LongTermSick)) return Step(Layer.Deployable, LayerCause.LongTermSick);
        if (person.Trainee) return Step(Layer.Deployable, LayerCause.Trainee);
        if (Absent(block, AbsenceKind.Restricted)) return Step(Layer.Deployable, LayerCause.Restricted);
        if (person.Contract.Team == question.Team && Absent(block, AbsenceKind.LentOut)) return Step(Layer.Deployable, LayerCause.LentOut);
        if (question.Domain is { } domain && person.Competences.Gap(domain, question.Municipality, block) is { } gap) return Step(Layer.Deployable, LayerCause.Appointment, $"{gap.Reason}");
        var isTested = person.Competences.Appointments.Any(appointment => appointment.UseOfForceUntil is { } last && block.End <= DutchClock.Midnight(last.AddDays(1)));
        return question.NeedsUseOfForceTest && !isTested ? Step(Layer.Deployable, LayerCause.UseOfForceTest) : null;
    }

    private LayerStep? NotPlannable(Interval block)
    {
        if (Absent(block, AbsenceKind.Leave)) return Step(Layer.Plannable, LayerCause.Leave);
        if (Absent(block, AbsenceKind.Sick)) return Step(Layer.Plannable, LayerCause.Sick);
        if (Absent(block, AbsenceKind.Training)) return Step(Layer.Plannable, LayerCause.Training);
        if (person.Availability.FirstFreeDay(block) is not null) return Step(Layer.Plannable, LayerCause.FixedFreeDay);
        if (person.Contract.NightExempt && block.Start < DutchClock.At(DutchClock.DayOf(block.Start), NightEnds)) return Step(Layer.Plannable, LayerCause.NightExemption);
        if (Absent(block, AbsenceKind.NightExemption)) return Step(Layer.Plannable, LayerCause.NightExemption);
        var shifts = Planned(block).ToList();
        if (shifts.Count > 0) return shifts.Any(IsOfQuestion) ? null : Step(Layer.Plannable, LayerCause.OtherFunction);
        if (person.Rostered.Any(time => Overlaps(time, block))) return Step(Layer.Plannable, LayerCause.NotRostered);
        return rests.FirstOrDefault(rest => rest.Time.Start < block.End && block.Start < rest.Time.End) is { } resting ? Step(Layer.Plannable, LayerCause.Rest, resting.RuleId) : null;
    }

    private bool Absent(Interval block, AbsenceKind kind) => person.Availability.Absences.Any(absence => absence.Kind == kind && absence.Touches(block));

    private IEnumerable<RosteredShift> Planned(Interval block) =>
        person.Shifts.Where(rostered => rostered.Shift.Kind is not ShiftKind.Credited && rostered.Shift.Time.Start < block.End && block.Start < rostered.Shift.Time.End);

    private bool IsOfQuestion(RosteredShift rostered) => rostered.Team == question.Team && rostered.Function == question.Function;

    private LayerStep Step(Layer layer, LayerCause cause, string? rule = null) => new(layer, cause, person.Id, -1, rule);

    private static bool Overlaps(Interval one, Interval other) => one.Start < other.End && other.Start < one.End;

    private static bool Covers(Interval outer, Interval inner) => outer.Start <= inner.Start && outer.End >= inner.End;
}
