using Handhaving.Capacity.Rostering.Problem;

namespace Handhaving.Capacity.Rostering.Judging;

/// <summary>A hard rule that a roster breaks, with the numbers.</summary>
/// <param name="Day">First day it shows on; a rule over the whole period shows on its first day.</param>
/// <param name="Measured">What the roster holds: days, minutes, shifts or weekends, by the rule; 0 where the rule counts nothing.</param>
/// <param name="Limit">What the rule allows, in the same unit.</param>
public sealed record RosterBreach(BreachKind Kind, EmployeeName Employee, int Day, int Measured, int Limit)
{
    /// <summary>What a planner reads about it.</summary>
    public string Dutch => Kind switch
    {
        BreachKind.UnknownShift => $"{Employee}, dag {Day}: deze dienst bestaat niet.",
        BreachKind.Excluded => $"{Employee}, dag {Day}: mag deze dienst niet werken.",
        BreachKind.PinMoved => $"{Employee}, dag {Day}: deze dag staat vast.",
        BreachKind.RestTooShort => $"{Employee}, dag {Day}: te weinig rust na de dienst van de dag ervoor.",
        BreachKind.RunTooLong => $"{Employee}, vanaf dag {Day}: {Measured} dagen achter elkaar, hoogstens {Limit}.",
        BreachKind.RunTooShort => $"{Employee}, vanaf dag {Day}: {Measured} dagen achter elkaar, ten minste {Limit}.",
        BreachKind.FreeTooShort => $"{Employee}, vanaf dag {Day}: {Measured} vrije dagen achter elkaar, ten minste {Limit}.",
        BreachKind.TooManyMinutes => $"{Employee}: {Measured} minuten in de periode, hoogstens {Limit}.",
        BreachKind.TooFewMinutes => $"{Employee}: {Measured} minuten in de periode, ten minste {Limit}.",
        BreachKind.TooManyShifts => $"{Employee}: {Measured} diensten van één soort, hoogstens {Limit}.",
        BreachKind.TooManyWeekends => $"{Employee}: {Measured} weekenden met werk, hoogstens {Limit}.",
        _ => throw new System.Diagnostics.UnreachableException($"{Kind}"),
    };
}
