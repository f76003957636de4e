using Handhaving.Capacity.Rostering.Problem;

namespace Handhaving.Capacity.Rostering.Replanning;

/// <summary>How close by a published roster may change: a day within notice changes only for people who consent to it.</summary>
/// <param name="FirstOpenDay">First day that may change without consent.</param>
/// <param name="Consents">People and days within notice that may change all the same.</param>
public sealed record NoticePeriod(int FirstOpenDay, IReadOnlySet<Consent> Consents)
{
    internal bool Holds(EmployeeName employee, int day) => day < FirstOpenDay && !Consents.Contains(new(employee, day));
}

/// <summary>A person agrees to a change on a day within notice.</summary>
public readonly record struct Consent(EmployeeName Employee, int Day);
