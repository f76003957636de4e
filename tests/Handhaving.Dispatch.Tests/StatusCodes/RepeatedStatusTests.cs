using Handhaving.Dispatch.Tests.Loans;
using Handhaving.Dispatch.Tests.Restricted;
using Handhaving.Dispatch.Tests.Service;
using Npgsql;

namespace Handhaving.Dispatch.Tests.StatusCodes;

/// <summary>A report by code moves its job in one commit and is answered in another: whatever happens between them, it is done once.</summary>
public sealed class RepeatedStatusTests(DispatchRegion region)
{
    private readonly Person desk = Person.FromLandgraaf(region);

    [Theory]
    [InlineData("2")]
    [InlineData("3")]
    [InlineData("4")]
    public async Task A_report_whose_answer_was_lost_is_answered_and_moves_nothing_again(string last)
    {
        var (unit, crew) = await UnitAsync();
        var offer = await desk.AssignAsync(await desk.ReportAsync("0882"), unit);
        var request = await ReportUntilAsync(crew, unit, last);
        var version = await VersionAsync(offer.Incident.Name);
        await LoseAnswerAsync(request);

        var again = await crew.StatusAsync(request);

        Assert.Equal(last == "4" ? "" : offer.Assignment.Name, again.Assignment);
        Assert.Equal(version, await VersionAsync(offer.Incident.Name));
        Assert.Equal(again, await desk.StatusAsync(request)); // answered from now on
    }

    [Theory]
    [InlineData("2")]
    [InlineData("4")]
    public async Task A_report_whose_answer_was_lost_never_moves_the_next_job_in_another_municipality(string last)
    {
        var (unit, crew) = await UnitAsync();
        var first = await desk.AssignAsync(await desk.ReportAsync("0882"), unit);
        var request = await ReportUntilAsync(crew, unit, last);
        if (last != "4") await desk.Assignments.FailAssignmentAsync(new() { Name = first.Assignment.Name, Reason = "proef", RequestId = Work.NewRequest() }, desk.Call);
        await LoseAnswerAsync(request);
        var next = await desk.AssignAsync(await desk.ReportAsync("0899"), unit);
        if (last == "4") await crew.StatusAsync(DutyWork.Status(unit, "2"));
        var version = await VersionAsync(next.Incident.Name);

        var again = await crew.StatusAsync(request);

        Assert.Equal(next.Assignment.Name, again.Assignment);
        Assert.Equal(version, await VersionAsync(next.Incident.Name));
    }

    [Fact]
    public async Task C37_the_crew_of_a_lent_unit_repeats_the_end_of_a_tip_and_reads_nothing_of_it()
    {
        var two = new Neighbours(region);
        var report = Tips.Tip("0888");
        report.Incident.Priority = 1;
        var tip = (await two.Borrower.Incidents.ReportIncidentAsync(report, two.Borrower.Call)).Incident;
        var job = (await two.BorrowAsync(tip, await two.UnitAsync())).Assignment;
        var crew = two.CrewOf(job.Unit);
        var request = await ReportUntilAsync(crew, job.Unit, "4");
        await LoseAnswerAsync(request);

        var again = await crew.StatusAsync(request);
        await LoseAnswerAsync(request);
        await two.Lender.Units.SignOffUnitAsync(new() { Name = job.Unit, RequestId = Work.NewRequest() }, two.Lender.Call);
        var home = await crew.StatusAsync(request);

        Assert.Equal((V1.UnitAvailability.Available, ""), (again.Availability, again.Assignment));
        Assert.Equal((V1.UnitAvailability.OffDuty, ""), (home.Availability, home.Assignment));
    }

    [Fact]
    public async Task Another_report_under_the_same_id_is_no_repeat()
    {
        var (unit, crew) = await UnitAsync();
        await desk.AssignAsync(await desk.ReportAsync("0882"), unit);
        var request = await ReportUntilAsync(crew, unit, "4");
        await LoseAnswerAsync(request);

        var other = await crew.RefusedAsync(new V1.ReportUnitStatusRequest(request) { Disposition = "fine" });

        Assert.Equal("REQUEST_ID_REUSED", other.Reason);
    }

    [Theory]
    [InlineData("2")]
    [InlineData("3")]
    [InlineData("5")]
    [InlineData("4")]
    [InlineData("9")]
    public async Task Of_two_texts_at_once_under_one_id_the_other_is_told_that_the_id_is_used(string code)
    {
        var (unit, crew) = await UnitAsync();
        if (code is not "9") await desk.AssignAsync(await desk.ReportAsync("0882"), unit);
        if (code is "3" or "4" or "5") await crew.StatusAsync(DutyWork.Status(unit, "2"));
        var request = DutyWork.Status(unit, code);

        var told = await Task.WhenAll(Enumerable.Range(0, 6).Select(number => TryAsync(number % 2 == 0 ? crew : desk, new(request) { Text = $"tekst {number}" })));

        Assert.Equal(["", .. Enumerable.Repeat("REQUEST_ID_REUSED", 5)], told.Order(StringComparer.Ordinal));
    }

    /// <returns>Why it was refused; empty when it was done.</returns>
    private static async Task<string> TryAsync(Person person, V1.ReportUnitStatusRequest request)
    {
        try
        {
            await DutyWork.InTurnAsync(() => person.StatusAsync(request));
            return "";
        }
        catch (Grpc.Core.RpcException refused)
        {
            return Failure.Of(refused).Reason;
        }
    }

    [Fact]
    public async Task A_caller_that_goes_away_and_asks_again_at_once_elsewhere_gets_the_answer_of_what_was_done()
    {
        var (unit, crew) = await UnitAsync();
        await desk.AssignAsync(await desk.ReportAsync("0882"), unit);
        await ReportUntilAsync(crew, unit, "3");
        var request = DutyWork.Status(unit, "4", disposition: "warning");
        await using var held = await HoldAnswerAsync(request);
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

        var first = crew.Units.ReportUnitStatusAsync(request, crew.Call.WithCancellationToken(gone.Token)).ResponseAsync;
        await WaitersAsync(held, 1);
        var second = desk.StatusAsync(request);
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => first);
        await held.DisposeAsync();

        var answer = await second;
        Assert.Equal((V1.UnitAvailability.Available, ""), (answer.Availability, answer.Assignment));
        Assert.Equal(answer, await desk.StatusAsync(request));
    }

    [Fact]
    public async Task What_was_done_is_answered_though_nobody_waits_for_it()
    {
        var (unit, crew) = await UnitAsync();
        await desk.AssignAsync(await desk.ReportAsync("0882"), unit);
        var request = DutyWork.Status(unit, "2");
        await using var held = await HoldAnswerAsync(request);
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

        var call = crew.Units.ReportUnitStatusAsync(request, crew.Call.WithCancellationToken(gone.Token)).ResponseAsync;
        await WaitersAsync(held, 1);
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => call);
        await held.DisposeAsync();

        await Work.EventuallyAsync(async () => await region.OwnerAsync("select count(*) from request where request_id = $1 and method not like '%#%'", Guid.Parse(request.RequestId)) is 1L);
    }

    private async Task<(string Unit, Person Crew)> UnitAsync()
    {
        var unit = await desk.OwnUnitAsync(region, "0882");
        return (unit, new(region, region.Replica(1), $"{unit.Split('/')[^1]}-1", "boa", ["0882"], []));
    }

    /// <returns>The last report.</returns>
    private static async Task<V1.ReportUnitStatusRequest> ReportUntilAsync(Person crew, string unit, string last)
    {
        for (var code = 2; ; code++)
        {
            var request = DutyWork.Status(unit, $"{code}", disposition: code == 4 ? "warning" : "");
            await crew.StatusAsync(request);
            if (request.Code == last) return request;
        }
    }

    private async Task<string> VersionAsync(string incident) =>
        $"{await region.OwnerAsync("select version from incident where id = $1", Guid.Parse(incident.Split('/')[^1]))}";

    /// <summary>As if the process had ended after the first commit.</summary>
    private async Task LoseAnswerAsync(V1.ReportUnitStatusRequest request) =>
        await region.OwnerAsync("delete from request where request_id = $1 and method not like '%#%'", Guid.Parse(request.RequestId));

    /// <summary>The answer of a report cannot be kept until this is disposed of; what it moves can.</summary>
    private async Task<NpgsqlConnection> HoldAnswerAsync(V1.ReportUnitStatusRequest request)
    {
        var connection = new NpgsqlConnection(region.OwnerConnectionString + ";Pooling=false");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var hold = new NpgsqlCommand("""
            begin;
            insert into request (tenant, client, method, request_id, content_hash, answer)
            select distinct '0882', client, 'handhaving.dispatch.v1.UnitService/ReportUnitStatus', @id, '\x00'::bytea, '{}' from request where method like '%UnitService/SignOnUnit'
            """, connection) { Parameters = { new("id", Guid.Parse(request.RequestId)) } };
        await hold.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        return connection;
    }

    private Task WaitersAsync(NpgsqlConnection held, long count) => Work.EventuallyAsync(async () =>
        await region.OwnerAsync("select count(*) from pg_stat_activity where $1 = any(pg_blocking_pids(pid))", held.ProcessID) is long waiting && waiting >= count);
}
