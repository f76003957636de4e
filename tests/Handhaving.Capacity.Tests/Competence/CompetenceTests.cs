using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.Competence;
using Handhaving.Capacity.WorkingTime;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Capacity.Tests.Competence;

public sealed class CompetenceTests
{
    private static readonly TenantId Stein = new("0971");
    private static readonly Interval Night = new(At(30, 22), At(31, 7));
    private static readonly AppointmentTerms Terms = AppointmentTerms.Current;

    [Fact]
    public void An_akte_covers_the_whole_shift_or_says_from_when_it_does_not()
    {
        Assert.True(Of(Akte(until: new(2026, 12, 31))).Covers(CompetenceDomain.PublicSpace, Stein, Night));
        Assert.Equal((CompetenceGapReason.Expired, At(31, 0)), Gap(Akte(until: new(2026, 12, 30))));
        Assert.Equal((CompetenceGapReason.NotYetValid, At(30, 22)), Gap(Akte(from: new(2026, 12, 31), until: new(2028, 1, 1))));
        Assert.Equal("De akte is verlopen op do 31-12 00:00.", Of(Akte(until: new(2026, 12, 30))).Gap(CompetenceDomain.PublicSpace, Stein, Night)?.Dutch);
    }

    [Fact]
    public void Another_domain_or_territory_covers_nothing_and_general_detection_covers_every_domain()
    {
        Assert.Equal((CompetenceGapReason.Domain, At(30, 22)), Gap(Akte(domain: CompetenceDomain.Education)));
        Assert.Equal((CompetenceGapReason.Territory, At(30, 22)), Gap(Akte(territory: "0888")));
        Assert.Null(Of(Akte(domain: CompetenceDomain.GeneralDetection, territory: "NL")).Gap(CompetenceDomain.Environment, Stein, Night));
    }

    [Fact]
    public void A_renewed_akte_takes_over_at_midnight_and_a_day_between_shows()
    {
        var first = Akte(until: new(2026, 12, 30));

        Assert.Null(Of(Akte(from: new(2026, 12, 31), until: new(2030, 1, 1)), first).Gap(CompetenceDomain.PublicSpace, Stein, Night));
        Assert.Equal((CompetenceGapReason.Expired, At(31, 0)), Gap(first, Akte(from: new(2027, 1, 1), until: new(2030, 1, 1))));
    }

    [Fact]
    public void A_term_is_five_years_and_an_old_certificate_shortens_it()
    {
        DateOnly day = new(2026, 3, 1);

        Assert.Equal(new DateOnly(2031, 2, 28), Terms.ValidUntil(day, day, day.AddYears(-1)));
        Assert.Equal(new DateOnly(2031, 1, 29), Terms.ValidUntil(day, day, day.AddYears(-1).AddDays(-30)));
        Assert.Equal(CompetenceRules.CertificateNotTooOld, Assert.Throws<RuleBroken>(() => Terms.ValidUntil(day, day, day.AddYears(-7))).Rule);
    }

    [Fact]
    public void An_akte_of_more_than_five_years_without_end_or_without_territory_is_refused()
    {
        Terms.Require(Akte(from: new(2024, 1, 1), until: new(2028, 12, 31)));
        Assert.Equal(CompetenceRules.TermNotTooLong, Assert.Throws<RuleBroken>(() => Terms.Require(Akte(from: new(2024, 1, 1), until: new(2029, 1, 1)))).Rule);
        Assert.Equal(CompetenceRules.TermInOrder, Assert.Throws<RuleBroken>(() => Terms.Require(Akte(until: new(2023, 1, 1)))).Rule);
        Assert.Equal(CompetenceRules.TerritoryGiven, Assert.Throws<RuleBroken>(() => Terms.Require(Akte() with { Territory = [] })).Rule);
    }

    [Fact]
    public void Another_domain_keeps_the_remaining_term_and_the_modules()
    {
        var akte = Akte() with { Modules = Modules(3) };

        var changed = AppointmentTerms.ChangeDomain(akte, CompetenceDomain.Environment, new(2026, 5, 5));

        Assert.Equal((CompetenceDomain.Environment, new DateOnly(2026, 5, 5), akte.ValidUntil, 1), (changed.Domain, changed.ValidFrom, changed.ValidUntil, Terms.MissingModules(changed)));
        Assert.Equal(CompetenceRules.InForce, Assert.Throws<RuleBroken>(() => AppointmentTerms.ChangeDomain(akte, CompetenceDomain.Environment, akte.ValidUntil.AddDays(1))).Rule);
    }

    [Fact]
    public void Renewal_asks_four_different_modules_of_the_last_five_years_in_domains_one_to_three()
    {
        var akte = Akte() with { Modules = Modules(4) };

        var renewed = Terms.Renew(akte);

        Assert.Equal((akte.ValidUntil.AddDays(1), akte.ValidUntil.AddYears(5), 4), (renewed.ValidFrom, renewed.ValidUntil, Terms.MissingModules(renewed)));
        Assert.Equal("2", Assert.Throws<RuleBroken>(() => Terms.Renew(akte with { Modules = [.. Modules(2), .. Modules(1)] })).Metadata["missing"]);
        Assert.Equal(4, Terms.MissingModules(akte with { Modules = [.. Modules(4).Select(module => module with { PassedOn = new(2019, 1, 1) })] }));
        Assert.Equal(0, Terms.MissingModules(Akte(domain: CompetenceDomain.PublicTransport)));
    }

    [Fact]
    public void A_warning_comes_six_months_before_the_end_or_as_early_as_is_asked()
    {
        var akte = Akte() with { Modules = Modules(3) };

        Assert.Null(Terms.Expiry(akte, new(2028, 6, 29)));
        Assert.Equal(new AppointmentExpiry(akte, 184, 1), Terms.Expiry(akte, new(2028, 6, 30)));
        Assert.NotNull((Terms with { WarningMonths = 12 }).Expiry(akte, new(2027, 12, 31)));
        Assert.Null(Terms.Expiry(akte, new(2029, 1, 1)));
    }

    private static (CompetenceGapReason, DateTimeOffset)? Gap(params Appointment[] appointments) =>
        Of(appointments).Gap(CompetenceDomain.PublicSpace, Stein, Night) is { } gap ? (gap.Reason, gap.At) : null;

    private static Competences Of(params Appointment[] appointments) => new(appointments);

    private static Appointment Akte(CompetenceDomain domain = CompetenceDomain.PublicSpace, string territory = "0971", DateOnly? from = null, DateOnly? until = null) =>
        new(domain, [territory], from ?? new(2024, 1, 1), until ?? new(2028, 12, 31), [], null);

    private static RefresherTraining[] Modules(int count) => [.. Enumerable.Range(1, count).Select(number => new RefresherTraining($"module {number}", new(2025, 1, number)))];

    private static DateTimeOffset At(int day, int hour) => DutchClock.At(new(2026, 12, day), new(hour, 0));

    [Fact]
    public void An_end_is_warned_of_unless_another_of_the_domain_holds_wherever_it_did()
    {
        var ending = new Appointment(CompetenceDomain.PublicSpace, ["0971", "0888"], new(2024, 1, 1), new(2028, 12, 31), [], null);
        IEnumerable<DateOnly> WarnedWith(params string[] territory) => Terms.Ending([ending, ending with { Territory = territory, ValidUntil = new(2030, 12, 31) }], new(2028, 12, 1)).Select(expiry => expiry.Appointment.ValidUntil);

        Assert.Empty(WarnedWith("0888", "0971", "1883"));
        Assert.Empty(WarnedWith("NL"));
        Assert.Equal([ending.ValidUntil], WarnedWith("0888"));
    }
}
