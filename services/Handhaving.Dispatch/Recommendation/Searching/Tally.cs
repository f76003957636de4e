namespace Handhaving.Dispatch.Recommendation.Searching;

/// <summary>How many units a reach holds and what became of them.</summary>
public sealed record Tally
{
    public required int Considered { get; init; }

    /// <summary>Units of the region that can be sent at once.</summary>
    public required int Free { get; init; }

    /// <summary>Units that can be sent when their less urgent job is interrupted.</summary>
    public required int Interruptible { get; init; }

    /// <summary>Units over the border that can be sent.</summary>
    public required int Foreign { get; init; }

    /// <summary>Units of the region that only their staffing or the end of their duty stands in the way of: a supervisor may override that.</summary>
    public required int Overridable { get; init; }

    /// <summary>How often each reason rejects a unit.</summary>
    public required IReadOnlyDictionary<RejectionCode, int> Reasons { get; init; }

    public int Fits => Free + Interruptible + Foreign;

    public int Rejected => Considered - Fits;
}

/// <summary>A tally while it is counted.</summary>
internal sealed class Counting(Reach reach)
{
    private readonly Dictionary<RejectionCode, int> reasons = [];
    private int considered, free, interruptible, foreign, overridable;

    public Counting(Reach reach, Tally tally) : this(reach)
    {
        (considered, free, interruptible, foreign, overridable) = (tally.Considered, tally.Free, tally.Interruptible, tally.Foreign, tally.Overridable);
        reasons = new(tally.Reasons);
    }

    public Tally Tally => new() { Considered = considered, Free = free, Interruptible = interruptible, Foreign = foreign, Overridable = overridable, Reasons = reasons };

    /// <param name="step">1 to count a unit, -1 to take it out again.</param>
    public void Add(Verdict verdict, Judgement judgement, int step)
    {
        considered += step;
        var isForeign = reach.IsForeign(verdict.Unit);
        if (judgement is Judgement.Fits && isForeign) foreign += step;
        else if (judgement is Judgement.Fits) free += step;
        else if (judgement is Judgement.Interrupts) interruptible += step;
        else AddRejected(isForeign ? verdict.Codes.Select(Rejection.SeenByOthers).Distinct() : verdict.Codes, judgement, step);
        if (judgement is Judgement.Rejected && !isForeign && verdict.Codes.All(code => code is RejectionCode.CrewTooSmall or RejectionCode.DutyOver)) overridable += step;
    }

    private void AddRejected(IEnumerable<RejectionCode> codes, Judgement judgement, int step)
    {
        foreach (var code in codes) AddReason(code, step);
        if (judgement is Judgement.Busy) AddReason(RejectionCode.NotAvailable, step);
        if (judgement is Judgement.OnItAlready) AddReason(RejectionCode.AlreadyOnIncident, step);
    }

    private void AddReason(RejectionCode code, int step) => reasons[code] = reasons.GetValueOrDefault(code) + step;
}
