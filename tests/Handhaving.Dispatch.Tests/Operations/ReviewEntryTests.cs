using Handhaving.Dispatch.Tests.Service;
using Handhaving.ServiceDefaults.Audit;

namespace Handhaving.Dispatch.Tests.Operations;

/// <summary>What was refused, or done with a rule set aside, is judged by somebody else, and that is kept beside the log.</summary>
public sealed class ReviewEntryTests(DispatchRegion region)
{
    private const string Municipality = "municipalities/0888";

    // In this order, from 1.
    private static readonly AuditLine[] Lines =
    [
        LineOf("desk-1"),
        LineOf("desk-1") with { Result = "PERMISSION_MISSING" },
        LineOf("auditor-1") with { SetAside = ["CREW_TOO_SMALL"] },
    ];

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public async Task It_is_listed_with_its_line_and_written_into_the_log(long line)
    {
        var reader = await ReaderAsync("auditor-2");
        var request = Review(reader, line, "nagekeken, terecht");

        var review = (await reader.Person.Audit.ReviewEntryAsync(request, reader.Person.Call)).Review;
        var again = (await reader.Person.Audit.ReviewEntryAsync(request, reader.Person.Call)).Review;

        Assert.Equal((line, "auditor-2", "nagekeken, terecht", review), (review.Sequence, review.ReviewedBy, review.Note, again));
        var listed = await reader.Person.Audit.ListEntriesAsync(new() { Parent = reader.Chain, PageSize = 1000 }, reader.Person.Call);
        Assert.Equal([review], listed.Reviews);
        Assert.Equal(("CHANGE", "nagekeken, terecht"), listed.Entries.Single(entry => entry.Object == $"{reader.Chain}/auditEntries/{line}" && entry.Action is "CHANGE") is var kept ? (kept.Action, kept.Reason) : default);
        Assert.True((await reader.Person.Audit.VerifyAsync(new() { Parent = reader.Chain }, reader.Person.Call)).Verification.Intact);
    }

    [Fact]
    public async Task Who_judges_again_adds_another_and_takes_nothing_away()
    {
        var first = await ReaderAsync("auditor-2");
        var second = new Person(region, "privacy-1", "privacy-officer", [], [first.Tenant]);
        await first.Person.Audit.ReviewEntryAsync(Review(first, 2, "terecht"), first.Person.Call);
        await second.Audit.ReviewEntryAsync(Review(first, 2, "toch niet"), second.Call);

        var listed = await first.Person.Audit.ListEntriesAsync(new() { Parent = first.Chain, Selection = V1.EntrySelection.Refused, PageSize = 1000 }, first.Person.Call);

        Assert.Equal([("auditor-2", "terecht"), ("privacy-1", "toch niet")], listed.Reviews.Select(review => (review.ReviewedBy, review.Note)));
    }

    [Fact]
    public async Task What_nobody_judged_yet_is_found_until_somebody_did()
    {
        var reader = await ReaderAsync("auditor-2");
        Assert.Equal([2, 3], await UnreviewedAsync(reader));

        await reader.Person.Audit.ReviewEntryAsync(Review(reader, 2, "terecht"), reader.Person.Call);

        Assert.Equal([3], await UnreviewedAsync(reader));
    }

    [Theory]
    [InlineData(1, "REVIEW_NOT_DUE")]
    [InlineData(3, "REVIEW_OF_OWN_ACT")]
    [InlineData(1000, "NOT_FOUND")]
    public async Task What_needs_none_what_one_did_oneself_and_what_is_not_there_is_refused(long line, string reason)
    {
        var reader = await ReaderAsync("auditor-1");

        Assert.Equal(reason, (await Failure.OfAsync(reader.Person.Audit.ReviewEntryAsync(Review(reader, line, "nagekeken"), reader.Person.Call))).Reason);
        Assert.Empty((await reader.Person.Audit.ListEntriesAsync(new() { Parent = reader.Chain, PageSize = 1000 }, reader.Person.Call)).Reviews);
    }

    [Fact]
    public async Task One_person_judges_a_line_ten_times_a_day_also_all_at_once_and_another_still_may()
    {
        var (first, second) = (await ReaderAsync("auditor-2"), "privacy-1");
        var attempts = await Task.WhenAll(Enumerable.Range(0, 14).Select(_ => Failure.ReasonAsync(first.Person.Audit.ReviewEntryAsync(Review(first, 2, "terecht"), first.Person.Call))));
        var other = new Person(region, second, "privacy-officer", [], [first.Tenant]);

        Assert.Equal((10, 4), (attempts.Count(reason => reason.Length == 0), attempts.Count(reason => reason is "REVIEW_TOO_OFTEN")));
        Assert.Equal(second, (await other.Audit.ReviewEntryAsync(Review(first, 2, "terecht"), other.Call)).Review.ReviewedBy);
        Assert.Equal("auditor-2", (await first.Person.Audit.ReviewEntryAsync(Review(first, 3, "terecht"), first.Person.Call)).Review.ReviewedBy);
    }

    [Fact]
    public async Task Of_many_long_reviews_the_latest_are_listed_with_their_number_and_each_page_fits()
    {
        var reader = await ReaderAsync("auditor-2");
        await region.OwnerAsync("select set_config('app.mun', $1, false), audit_append($1, $2)", reader.Tenant, Enumerable.Repeat(Lines[1].ToJson(), 97).ToArray());
        await region.OwnerAsync("""
            insert into audit_review (tenant, sequence, reviewed_at, reviewed_by, note)
            select tenant.mun, line, timestamptz '2027-01-01' + nth * interval '1 minute', 'auditor-9', nth || ' ' || repeat('😀', 990) from (select set_config('app.mun', $1, false) as mun) tenant, generate_series(1, 100) line, generate_series(1, 60) nth where tenant.mun is not null
            """, reader.Tenant);

        var page = await reader.Person.Audit.ListEntriesAsync(new() { Parent = reader.Chain, PageSize = 1000 }, reader.Person.Call);

        Assert.InRange(page.Entries.Count, 1, 99);
        Assert.NotEmpty(page.NextPageToken);
        Assert.Equal(page.Entries.Select(entry => (entry.Sequence, 60)), page.ReviewCounts.Select(line => (line.Sequence, line.ReviewCount_)));
        Assert.Equal(Enumerable.Range(41, 20), page.Reviews.Where(review => review.Sequence == 1).Select(review => int.Parse(review.Note.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task Another_log_and_another_role_are_refused()
    {
        var (mine, other) = (await ReaderAsync("auditor-2"), await ReaderAsync("auditor-3"));
        var desk = new Person(region, "desk-2", "centralist", [], [mine.Tenant]);

        Assert.Equal("NOT_FOUND", (await Failure.OfAsync(mine.Person.Audit.ReviewEntryAsync(Review(other, 2, "nagekeken"), mine.Person.Call))).Reason);
        Assert.Equal("PERMISSION_MISSING", (await Failure.OfAsync(desk.Audit.ReviewEntryAsync(Review(mine, 2, "nagekeken"), desk.Call))).Reason);
    }

    private static async Task<IEnumerable<long>> UnreviewedAsync(Reader reader) =>
        (await reader.Person.Audit.ListEntriesAsync(new() { Parent = reader.Chain, Selection = V1.EntrySelection.Unreviewed, PageSize = 1000 }, reader.Person.Call)).Entries.Select(entry => entry.Sequence);

    private static V1.ReviewEntryRequest Review(Reader reader, long line, string note) => new() { Parent = reader.Chain, Sequence = line, Note = note, RequestId = Work.NewRequest() };

    private static AuditLine LineOf(string actor) => AuditLine.OfSystem("test", "incident", Municipality, DateTimeOffset.UnixEpoch) with { ActorType = "person", ActorId = actor };

    /// <summary>A chain of its own for one test, with somebody who may judge it.</summary>
    private async Task<Reader> ReaderAsync(string subject)
    {
        var tenant = $"audit-{Guid.NewGuid():N}"[..20];
        await region.OwnerAsync("select set_config('app.mun', $1, false), audit_append($1, $2)", tenant, Lines.Select(line => line.ToJson()).ToArray());
        return new(new(region, subject, "auditor", [], [tenant]), tenant);
    }

    private sealed record Reader(Person Person, string Tenant)
    {
        public string Chain => $"teams/{Tenant}";
    }
}
