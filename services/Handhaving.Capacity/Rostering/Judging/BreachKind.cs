namespace Handhaving.Capacity.Rostering.Judging;

/// <summary>The hard rules a row of a roster can break.</summary>
public enum BreachKind
{
    UnknownShift,
    Excluded,
    PinMoved,
    RestTooShort,
    RunTooLong,
    RunTooShort,
    FreeTooShort,
    TooManyMinutes,
    TooFewMinutes,
    TooManyShifts,
    TooManyWeekends,
}
