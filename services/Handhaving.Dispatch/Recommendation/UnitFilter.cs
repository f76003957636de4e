using Handhaving.Dispatch.Duties;
using Handhaving.Dispatch.Officers;
using Handhaving.Dispatch.Types;
using Handhaving.Dispatch.Units;

namespace Handhaving.Dispatch.Recommendation;

/// <summary>Why a unit does not fit.</summary>
public enum RejectionCode
{
    DomainMissing = 1, TerritoryMissing, AppointmentExpired, CrewTooSmall, NotAvailable, PoliceOnly, OnBreak, OutOfService, EquipmentNotAllowed, EquipmentMissing, DutyOver, AlreadyOnIncident,
}

/// <summary>One reason, with a sentence in Dutch.</summary>
public sealed record Rejection(RejectionCode Code, string Text)
{
    public static Rejection CrewOf(int count, int needed) => new(RejectionCode.CrewTooSmall, $"{count} van de {needed} mensen die nodig zijn");

    /// <summary>What another team is told of a unit that does not fit: that it does not, and nothing of its people's papers, hours and breaks.</summary>
    public static IReadOnlyList<Rejection> SeenByOthers(IEnumerable<Rejection> reasons) => [.. reasons.Select(reason => SeenByOthers(reason.Code) switch
    {
        RejectionCode.DomainMissing => new Rejection(RejectionCode.DomainMissing, "is niet bevoegd voor deze melding"),
        RejectionCode.NotAvailable => new Rejection(RejectionCode.NotAvailable, "is niet beschikbaar"),
        _ => reason,
    }).Distinct()];

    /// <inheritdoc cref="SeenByOthers(IEnumerable{Rejection})"/>
    public static RejectionCode SeenByOthers(RejectionCode code) => code switch
    {
        RejectionCode.DomainMissing or RejectionCode.TerritoryMissing or RejectionCode.AppointmentExpired => RejectionCode.DomainMissing,
        RejectionCode.CrewTooSmall or RejectionCode.OnBreak or RejectionCode.OutOfService or RejectionCode.DutyOver => RejectionCode.NotAvailable,
        _ => code,
    };

    /// <summary>Metadata of a refusal: the code for systems, the sentence for people.</summary>
    public (string Key, string Value)[] Words => [("missing", RejectionCodes.NameOf(Code)), ("missingLabel", Text)];
}

/// <summary>The hard filters on a unit: whether it takes work, who may lead, competence = domain x territory x date over its crew, staffing, equipment. Used to recommend and to assign alike.</summary>
public static class UnitFilter
{
    private static readonly TimeZoneInfo DutchTime = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    /// <returns>All the reasons; empty when the unit fits.</returns>
    public static IEnumerable<Rejection> Reject(UnitOnDuty unit, TaskDemand demand, DateTimeOffset now)
    {
        if (unit.Duty.Activity is UnitActivity.Break) yield return new(RejectionCode.OnBreak, "heeft pauze");
        if (unit.Duty.Activity is UnitActivity.OutOfService) yield return new(RejectionCode.OutOfService, "is niet inzetbaar");
        if (unit.Duty.EndsAt is { } end && end <= now) yield return new(RejectionCode.DutyOver, $"de dienst eindigde om {DutchClock(end)}");
        else if (unit.Duty.IsOver(now + demand.DutyNeeded))
            yield return new(RejectionCode.DutyOver, $"de dienst eindigt om {DutchClock(unit.Duty.EndsAt ?? now)}, en deze melding duurt naar verwachting van {DutchClock(now + demand.Travel)} tot {DutchClock(now + demand.DutyNeeded)}");
        if (demand.IsForPolice && !unit.IsPolice)
            yield return new(RejectionCode.PoliceOnly, "dit soort melding leidt alleen de politie; een boa kan alleen helpen als de politie al is ingezet");
        else
            foreach (var missing in Powers(unit, demand, new(DayOf(now), DayOf(now + demand.Stay)))) yield return missing;
        var needed = Math.Max(demand.MinimumCrew, unit.MinimumCrew);
        if (unit.Crew.Count < needed)
            yield return Rejection.CrewOf(unit.Crew.Count, needed);
        foreach (var piece in Carried(unit, demand)) yield return piece;
    }

    /// <summary>The day in the Netherlands on which an instant falls: validity of an akte is in civil days.</summary>
    public static DateOnly DayOf(DateTimeOffset now) => DateOnly.FromDateTime(DutchTimeOf(now));

    /// <summary>What the clock says in the Netherlands.</summary>
    public static DateTime DutchTimeOf(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, DutchTime).DateTime;

    // The police carry what national rules allow (Ambtsinstructie), everywhere.
    private static IEnumerable<Rejection> Carried(UnitOnDuty unit, TaskDemand demand)
    {
        var carried = unit.Duty.Equipment;
        foreach (var code in carried.Where(code => !unit.IsPolice && !demand.AllowedEquipment.Contains(code)))
            yield return new(RejectionCode.EquipmentNotAllowed, $"draagt {Equipment.NameOf(code)}, dat mag niet in gemeente {demand.MunicipalityName}");
        foreach (var code in demand.Type.Equipment.Where(code => !carried.Contains(code)))
            yield return new(RejectionCode.EquipmentMissing, $"heeft geen {Equipment.NameOf(code)}");
    }

    /// <summary>The time on a clock in the Netherlands, as hours and minutes.</summary>
    public static string DutchClock(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, DutchTime).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    // Who helps the police acts in a domain of its own, whatever the police do there.
    private static IEnumerable<Rejection> Powers(UnitOnDuty unit, TaskDemand demand, TaskDays days)
    {
        if (demand.Type.Leadership is not Leadership.PoliceOnly || unit.IsPolice)
            return demand.Type.Domains.Select(domain => Missing(unit, domain, demand, days)).OfType<Rejection>();
        var own = unit.Crew.SelectMany(officer => officer.Appointments).Select(appointment => appointment.Domain).Distinct().Select(domain => Missing(unit, domain, demand, days)).ToList();
        if (own.Count == 0) return [new(RejectionCode.DomainMissing, "niemand heeft een akte")];
        return own.Contains(null) ? [] : own.OfType<Rejection>().Take(1);
    }

    // The first of domain, territory and date that fails names the missing power (C-22).
    private static Rejection? Missing(UnitOnDuty unit, CompetenceDomain domain, TaskDemand demand, TaskDays days)
    {
        var place = demand.Municipality;
        if (!Holds(unit, demand, appointment => appointment.Covers(domain)))
            return new(RejectionCode.DomainMissing, $"{Nobody(demand)} is bevoegd in domein {DutchDomains.NameOf(domain)}");
        if (!Holds(unit, demand, appointment => appointment.Covers(domain) && appointment.HoldsIn(place)))
            return new(RejectionCode.TerritoryMissing, $"de akte geldt niet in gemeente {demand.MunicipalityName}");
        if (Holds(unit, demand, appointment => appointment.Covers(domain) && appointment.HoldsIn(place) && days.Lie(appointment))) return null;
        var periods = unit.Crew.SelectMany(officer => officer.Appointments).Where(appointment => appointment.Covers(domain) && appointment.HoldsIn(place))
            .Select(appointment => $"geldig van {appointment.ValidFrom:dd-MM-yyyy} tot en met {appointment.ValidTo:dd-MM-yyyy}").Distinct();
        return new(RejectionCode.AppointmentExpired, $"de akte is niet geldig op {days.Text} ({string.Join(", ", periods)})");
    }

    private static bool Holds(UnitOnDuty unit, TaskDemand demand, Func<Appointment, bool> power) => demand.Type.CrewRule is CrewRule.AllMembers
        ? unit.Crew.All(officer => officer.Appointments.Any(power))
        : unit.Crew.Any(officer => officer.Appointments.Any(power));

    /// <summary>The days that a task touches; powers hold on all of them.</summary>
    private readonly record struct TaskDays(DateOnly First, DateOnly Last)
    {
        public string Text => First == Last ? $"{First:dd-MM-yyyy}" : $"{First:dd-MM-yyyy} tot en met {Last:dd-MM-yyyy}";

        public bool Lie(Appointment appointment) => appointment.HoldsOn(First) && appointment.HoldsOn(Last);
    }

    private static string Nobody(TaskDemand demand) => demand.Type.CrewRule is CrewRule.AllMembers ? "niet iedereen" : "niemand";
}
