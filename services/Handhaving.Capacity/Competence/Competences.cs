using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.WorkingTime;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Capacity.Competence;

/// <summary>What one person may do, where and when (bevoegdheid): all appointments together.</summary>
public sealed record Competences(IReadOnlyList<Appointment> Appointments)
{
    public bool Covers(CompetenceDomain domain, TenantId municipality, Interval interval) => Gap(domain, municipality, interval) is null;

    /// <summary>Tests the whole stretch, not its start alone: no work past the end of the akte, outside its domain or its territory.</summary>
    /// <returns>Null when an appointment holds at every instant.</returns>
    public CompetenceGap? Gap(CompetenceDomain domain, TenantId municipality, Interval interval)
    {
        var inDomain = Appointments.Where(appointment => appointment.Covers(domain)).ToList();
        if (inDomain.Count == 0) return new(CompetenceGapReason.Domain, interval.Start, "Er is geen akte voor dit domein.");
        var fitting = inDomain.Where(appointment => appointment.HoldsIn(municipality)).OrderBy(appointment => appointment.Start).ToList();
        if (fitting.Count == 0) return new(CompetenceGapReason.Territory, interval.Start, $"De akte geldt niet in gemeente {municipality}.");
        var covered = interval.Start;
        foreach (var appointment in fitting.Where(appointment => appointment.End > interval.Start))
        {
            if (appointment.Start > covered) break;
            if (appointment.End > covered) covered = appointment.End;
        }
        if (covered >= interval.End) return null;
        return fitting.Any(appointment => appointment.End <= covered)
            ? new(CompetenceGapReason.Expired, covered, $"De akte is verlopen op {DutchClock.Say(covered)}.")
            : new(CompetenceGapReason.NotYetValid, covered, $"De akte geldt pas vanaf {DutchClock.Say(fitting[0].Start)}.");
    }
}
