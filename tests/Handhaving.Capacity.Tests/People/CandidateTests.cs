using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.Competence;
using Handhaving.Capacity.People;
using Handhaving.Capacity.People.Strengths;

namespace Handhaving.Capacity.Tests.People;

/// <summary>No assignment outside a valid akte, domain or territory over the whole interval (invariant 6), nor into an absence.</summary>
public sealed class CandidateTests
{
    private static readonly Interval Night = new(Given.At(1, 22), Given.At(2, 6));

    [Fact]
    public void Somebody_free_with_an_akte_over_all_of_it_may_do_it() => Assert.Empty(Gaps(Given.Officer("a")));

    [Fact]
    public void An_akte_that_ends_at_midnight_does_not_cover_the_night() =>
        Assert.Equal(("no-valid-akte.expired", Given.At(2, 0)), Only(Given.Officer("a", appointments: [Given.Akte(new(2026, 12, 1))])));

    [Fact]
    public void Another_domain_or_territory_and_no_contract_are_told()
    {
        Assert.Equal("no-valid-akte.domain", Only(Given.Officer("a", appointments: [Given.Akte() with { Domain = CompetenceDomain.Education }])).Cause);
        Assert.Equal("no-valid-akte.territory", Only(Given.Officer("a", appointments: [Given.Akte() with { Territory = ["0888"] }])).Cause);
        Assert.Equal("no-valid-akte.not-yet-valid", Only(Given.Officer("a", appointments: [Given.Akte() with { ValidFrom = new(2026, 12, 2) }])).Cause);
        Assert.Equal(("no-contract", Given.At(2, 0)), Only(Given.Officer("a", [Given.Contract(until: new(2026, 12, 1))])));
    }

    [Fact]
    public void A_free_day_after_midnight_an_exemption_and_an_absence_are_in_the_way()
    {
        Assert.Equal(("fixed-free-day", Given.At(2, 0)), Only(Given.Officer("a", [Given.Contract() with { FixedFreeDays = [DayOfWeek.Wednesday] }])));
        Assert.Equal("night-exemption", Only(Given.Officer("a", [Given.Contract() with { NightExempt = true }])).Cause);
        Assert.Equal("trainee", Only(Given.Officer("a", [Given.Contract() with { Trainee = true }])).Cause);
        Assert.Equal(("leave", Given.At(2, 5)), Only(Away(AbsenceKind.Leave, Given.At(2, 5), Given.At(3, 0))));
        Assert.Equal("night-exemption", Only(Away(AbsenceKind.NightExemption, Given.At(1, 0), Given.At(9, 0))).Cause);
        Assert.Empty(Candidate.Of(Away(AbsenceKind.NightExemption, Given.At(1, 0), Given.At(9, 0)), Given.Posts().Asked, new(Given.At(1, 8), Given.At(1, 16))).Gaps);
    }

    [Fact]
    public void A_test_on_the_use_of_force_counts_where_it_is_asked_until_its_last_day()
    {
        var asked = Given.Posts().Asked with { NeedsUseOfForceTest = true };
        Officer Tested(DateOnly? until) => Given.Officer("a", appointments: [Given.Akte() with { UseOfForceUntil = until }]);

        Assert.Empty(Candidate.Of(Tested(new(2026, 12, 2)), asked, Night).Gaps);
        Assert.Equal(Given.At(2, 0), Assert.Single(Candidate.Of(Tested(new(2026, 12, 1)), asked, Night).Gaps).At);
        Assert.Equal("failed-force-test", Assert.Single(Candidate.Of(Tested(null), asked, Night).Gaps).Cause);
    }

    [Fact]
    public void Somebody_lent_in_is_a_candidate_for_the_time_of_it_and_by_the_post_alone()
    {
        var lent = Given.Officer("b", [Given.Contract() with { OtherFunctions = ["boa-2"] }], owner: new("0888")).Report(Given.Absence(AbsenceKind.LentOut, Given.At(1, 0), Given.At(2, 2), Given.Stein), Given.Act);

        Assert.True(lent.WorksFor(new(Given.Stein, "boa-1"), Night));
        Assert.False(lent.WorksFor(new(Given.Stein, "boa-2"), Night));
        Assert.False(lent.WorksFor(new(Given.Stein, "boa-1"), new(Given.At(2, 6), Given.At(2, 8))));
        Assert.Equal(("not-lent", Given.At(2, 2)), Only(lent));
        Assert.Empty(Candidate.Of(lent, Given.Posts().Asked, new(Given.At(1, 8), Given.At(1, 16))).Gaps);
    }

    private static Officer Away(AbsenceKind kind, DateTimeOffset start, DateTimeOffset end) => Given.Officer("a").Report(Given.Absence(kind, start, end), Given.Act);

    private static IReadOnlyList<CandidateGap> Gaps(Officer officer) => Candidate.Of(officer, Given.Posts().Asked, Night).Gaps;

    private static (string Cause, DateTimeOffset At) Only(Officer officer) => Assert.Single(Gaps(officer).Select(gap => (gap.Cause, gap.At)));
}
