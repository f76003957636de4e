namespace Handhaving.Capacity.Competence;

/// <summary>How long an appointment lasts, what shortens it and what renewal asks; figures are data, so that a change of policy is no change of code.</summary>
/// <param name="Years">Longest term (Besluit BOA: 5).</param>
/// <param name="CertificateYears">Age from which a certificate shortens the term, by as much as it is older (check).</param>
/// <param name="Modules">PHB modules that renewal asks in domains I to III.</param>
/// <param name="WarningMonths">How long before its end a warning comes.</param>
public sealed record AppointmentTerms(int Years, int CertificateYears, int Modules, int WarningMonths)
{
    public static AppointmentTerms Current { get; } = new(Years: 5, CertificateYears: 1, Modules: 4, WarningMonths: 6);

    /// <exception cref="ServiceDefaults.Errors.RuleBroken">APPOINTMENT_TERM_EMPTY, APPOINTMENT_TERM_TOO_LONG, APPOINTMENT_WITHOUT_TERRITORY.</exception>
    public void Require(Appointment appointment)
    {
        var last = LastDay(appointment.ValidFrom);
        CompetenceRules.TermInOrder.Require(appointment.ValidUntil >= appointment.ValidFrom);
        CompetenceRules.TermNotTooLong.Require(appointment.ValidUntil <= last, ("years", $"{Years}"), ("until", $"{last:dd-MM-yyyy}"));
        CompetenceRules.TerritoryGiven.Require(appointment.Territory.Count > 0);
    }

    /// <summary>Last day of an appointment from a day on; a certificate of more than a year old at the application shortens it by the rest of its age.</summary>
    /// <exception cref="ServiceDefaults.Errors.RuleBroken">CERTIFICATE_TOO_OLD.</exception>
    public DateOnly ValidUntil(DateOnly from, DateOnly applied, DateOnly certificate)
    {
        var tooOld = Math.Max(0, applied.DayNumber - certificate.AddYears(CertificateYears).DayNumber);
        var until = LastDay(from).AddDays(-tooOld);
        CompetenceRules.CertificateNotTooOld.Require(until >= from);
        return until;
    }

    /// <summary>The appointment in another domain: the remaining term and the modules stay, no new term starts.</summary>
    /// <exception cref="ServiceDefaults.Errors.RuleBroken">APPOINTMENT_NOT_IN_FORCE.</exception>
    public static Appointment ChangeDomain(Appointment appointment, CompetenceDomain domain, DateOnly from)
    {
        CompetenceRules.InForce.Require(from >= appointment.ValidFrom && from <= appointment.ValidUntil, ("day", $"{from:dd-MM-yyyy}"));
        return appointment with { Domain = domain, ValidFrom = from };
    }

    /// <summary>A new term after the end of this one; modules are to be passed anew.</summary>
    /// <exception cref="ServiceDefaults.Errors.RuleBroken">RENEWAL_MODULES_MISSING.</exception>
    public Appointment Renew(Appointment appointment)
    {
        var missing = MissingModules(appointment);
        CompetenceRules.ModulesPassed.Require(missing == 0, ("missing", $"{missing}"));
        var from = appointment.ValidUntil.AddDays(1);
        return appointment with { ValidFrom = from, ValidUntil = LastDay(from), Modules = [] };
    }

    /// <summary>Modules still to pass; each counts once, and only within the years before the end of the term.</summary>
    public int MissingModules(Appointment appointment)
    {
        if (appointment.Domain > CompetenceDomain.Education) return 0;
        var since = appointment.ValidUntil.AddDays(1).AddYears(-Years);
        var passed = appointment.Modules.Where(module => module.PassedOn >= since && module.PassedOn <= appointment.ValidUntil).Select(module => module.Module).Distinct().Count();
        return Math.Max(0, Modules - passed);
    }

    /// <returns>Null when the end is further away than the warning time, or past.</returns>
    public AppointmentExpiry? Expiry(Appointment appointment, DateOnly today) =>
        today > appointment.ValidUntil || today < appointment.ValidUntil.AddMonths(-WarningMonths) ? null
        : new(appointment, appointment.ValidUntil.DayNumber - today.DayNumber, MissingModules(appointment));

    /// <summary>Appointments that end soon and whose place no other of the same domain takes wherever they hold.</summary>
    public IEnumerable<AppointmentExpiry> Ending(IReadOnlyList<Appointment> appointments, DateOnly today) =>
        appointments.Where(appointment => !appointments.Any(other => other.Domain == appointment.Domain && other.ValidUntil > appointment.ValidUntil && other.HoldsWherever(appointment))).Select(appointment => Expiry(appointment, today)).OfType<AppointmentExpiry>();

    private DateOnly LastDay(DateOnly from) => from.AddYears(Years).AddDays(-1);
}
