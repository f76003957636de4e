using Handhaving.Dispatch.Duties;
using Handhaving.Dispatch.Fleet;

namespace Handhaving.Dispatch.Recommendation.Searching;

/// <summary>What comes of holding a unit against a task: the last three say why not.</summary>
public enum Judgement { Fits = 1, Interrupts, Rejected, Busy, OnItAlready }

/// <summary>What the hard filters say of a unit, whoever asks and for whichever incident of this demand and priority.</summary>
/// <param name="MayInterrupt">Its job may be interrupted, and is less urgent.</param>
/// <param name="Until">From then on the filters may say something else of the same unit.</param>
public sealed record Verdict(FleetUnit Unit, IReadOnlyList<Rejection> Reasons, bool MayInterrupt, DateTimeOffset Until)
{
    /// <summary>Each kind of reason once.</summary>
    public IReadOnlyList<RejectionCode> Codes { get; } = [.. Reasons.Select(reason => reason.Code).Distinct()];

    public static bool IsFit(Judgement judgement) => judgement is Judgement.Fits or Judgement.Interrupts;

    public static Verdict Of(FleetUnit unit, TaskDemand demand, int priority, DateTimeOffset now)
    {
        var over = unit.Unit.Duty.EndsAt is not { } end || end <= now ? DateTimeOffset.MaxValue : end - demand.Stay > now ? end - demand.Stay : end;
        return new(unit, [.. UnitFilter.Reject(unit.Unit, demand, now)], unit.Slot is { Use: SlotUse.Interruptible, Priority: { } other } && other > priority, over);
    }

    /// <summary>All the reasons; empty when it can be sent.</summary>
    public IReadOnlyList<Rejection> ReasonsFor(Judgement judgement) => judgement switch
    {
        Judgement.Fits or Judgement.Interrupts => [],
        Judgement.Rejected => Reasons,
        Judgement.Busy => [.. Reasons, Busy()],
        Judgement.OnItAlready => [.. Reasons, new(RejectionCode.AlreadyOnIncident, "is al op deze melding ingezet")],
        _ => throw new ArgumentOutOfRangeException(nameof(judgement), judgement, "Not a judgement."),
    };

    private Rejection Busy() => new(RejectionCode.NotAvailable, Unit.Slot?.Use switch
    {
        SlotUse.Offered => "heeft al een aanbod voor een andere melding",
        SlotUse.Interruptible when !MayInterrupt => "is bezig met een melding die niet minder dringend is",
        _ => "is al met een melding bezig",
    });
}
