using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Duties;
using Handhaving.Dispatch.Officers;
using Handhaving.Dispatch.Plans;
using Handhaving.Dispatch.Positions;
using Handhaving.Dispatch.Recommendation;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Dispatch.Units;

/// <summary>A unit as it is shown.</summary>
/// <param name="Assignment">Resource name of its active assignment; null when none.</param>
/// <param name="Sequence">Rises with each act of the unit itself.</param>
public sealed record UnitView(
    UnitName Name, string CallSign, UnitKind Kind, UnitAvailability Availability, IReadOnlyList<string> Crew, IReadOnlyList<CompetenceDomain> Domains,
    Fix? LastFix, string? Assignment, DateTimeOffset? SignedOnAt, long Sequence, IReadOnlyList<string> Warnings)
{
    /// <summary>Null off duty.</summary>
    public Duty? Duty { get; init; }

    public bool HasStaleFix { get; init; }

    /// <summary>Its duty should have ended, and nobody signed it off.</summary>
    public bool IsDutyOver { get; init; }

    /// <summary>Availability as it is told. What is stored with an answer is without it: the version before this one reads that too.</summary>
    public UnitAvailability ShownAvailability => Duties.Availability.Shown(Availability, IsDutyOver);

    /// <summary>The assignment shown is on a restricted incident.</summary>
    public bool HasRestrictedJob { get; init; }

    /// <summary>It is shown to somebody who may know how to call it and whether it is free, and no more.</summary>
    public bool IsOutline { get; init; }

    /// <summary>What the report that this answers means for others on the incident, in Dutch.</summary>
    public IReadOnlyList<string> Consequences { get; init; } = [];

    /// <summary>Of a unit that came on duty by this call: who was planned; null where nobody was.</summary>
    public SignedOnPlan? Plan { get; init; }

    /// <summary>As somebody may see it: busy, but not with what is not for him.</summary>
    public UnitView SeenBy(RestrictedReach reach) => HasRestrictedJob && AssignmentName.Parse(Assignment ?? "") is { } job && !reach.Covers(job.Incident.Id) ? this with { Assignment = null, HasRestrictedJob = false } : this;

    public bool IsOfCrew(Caller caller) => caller.Owns(Name.Owner) && Crew.Contains(caller.Subject);

    public static UnitView OffDuty(UnitName name, string callSign, UnitKind kind, long sequence) =>
        new(name, callSign, kind, UnitAvailability.OffDuty, [], [], null, null, null, sequence, []);

    public static UnitView OnDuty(UnitOnDuty unit, long sequence, Fix? lastFix, UnitSlot? slot, DateTimeOffset now)
    {
        var day = UnitFilter.DayOf(now);
        var availability = Duties.Availability.Of(unit.Duty.Activity, slot?.Use ?? SlotUse.None);
        return new(unit.Name, unit.CallSign, unit.Kind, availability, [.. unit.Crew.Select(officer => officer.Id)], unit.DomainsOn(day), lastFix?.At >= unit.SignedOnAt ? lastFix : null, slot?.Assignment?.Value, unit.SignedOnAt, sequence, [.. Warn(unit, day, now)])
        {
            Duty = unit.Duty,
            IsDutyOver = unit.Duty.IsOver(now),
            HasRestrictedJob = slot is { IsRestricted: true, Assignment: not null },
        };
    }

    private static IEnumerable<string> Warn(UnitOnDuty unit, DateOnly day, DateTimeOffset now)
    {
        if (unit.Duty.IsOver(now)) yield return $"De dienst eindigde om {UnitFilter.DutchClock(unit.Duty.EndsAt ?? now)}: meld de eenheid af of verleng de dienst.";
        foreach (var officer in unit.Crew)
            if (!officer.Appointments.Any(appointment => appointment.HoldsOn(day))) yield return $"De akte van {officer.Id} is niet geldig: deze medewerker telt niet mee voor de bevoegdheid.";
            else if (officer.Appointments.Where(appointment => appointment.HoldsOn(day)).Max(appointment => appointment.ValidTo) is var last && last < day.AddDays(30))
                yield return $"De akte van {officer.Id} loopt af op {last:dd-MM-yyyy}.";
    }
}
