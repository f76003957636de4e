using Handhaving.Dispatch.Tests.Service;

namespace Handhaving.Dispatch.Tests.Restricted;

/// <summary>A tip is on the boards of those who may read it, and on no other; there its unit is busy, with what is not told.</summary>
public sealed class TipBoardTests(DispatchRegion region)
{
    private readonly Tips tips = new(region);

    [Fact]
    public async Task Changes_reach_the_desks_and_leave_no_gap_on_a_partners_board()
    {
        using var partner = tips.Partner.WatchTeam(Tips.Team);
        using var desk = tips.Desk.WatchTeam(Tips.Team);
        await partner.ReadSnapshotAsync();
        await desk.ReadSnapshotAsync();
        var token = partner.Token;

        var job = await tips.AcceptedAsync();
        await tips.Partner.StatusAsync(DutyWork.Status(job.Unit, "6"));
        var last = await tips.Desk.ReportAsync(Tips.Municipality);

        bool IsLast(V1.WatchBoardResponse message) => message.Delta?.Item?.Incident?.Name == last.Name;
        var (hidden, shown) = (await partner.ReadAsync(IsLast), await desk.ReadAsync(IsLast));
        RequireHidden(hidden, job);
        Assert.Equal(Enumerable.Range(1, hidden.Count).Select(number => hidden[0].Sequence + number - 1), hidden.Select(message => message.Sequence));
        Assert.Equal(V1.UnitAvailability.Committed, hidden.Last(message => message.Delta?.Item?.Unit?.Name == job.Unit).Delta.Item.Unit.Availability);
        Assert.Contains(shown, message => message.Delta?.Item?.Incident?.Name == Tips.IncidentOf(job));
        Assert.Equal(job.Name, shown.Last(message => message.Delta?.Item?.Unit?.Name == job.Unit).Delta.Item.Unit.Assignment);

        using var resumed = tips.Partner.ResumeTeam(Tips.Team, token);
        var again = await resumed.ReadAsync(IsLast);
        Assert.False(again[0].Hello.Reset);
        RequireHidden(again, job);
    }

    [Fact]
    public async Task A_fresh_board_of_a_partner_is_without_it()
    {
        var job = await tips.AcceptedAsync();
        using var partner = tips.Partner.WatchTeam(Tips.Team);
        using var desk = tips.Desk.WatchTeam(Tips.Team);

        var (hidden, shown) = (await partner.ReadSnapshotAsync(), await desk.ReadSnapshotAsync());

        RequireHidden(hidden, job);
        Assert.Equal((V1.UnitAvailability.Committed, ""), JobOf(hidden, job.Unit));
        Assert.Equal((V1.UnitAvailability.Committed, job.Name), JobOf(shown, job.Unit));
        Assert.Contains(shown, message => message.SnapshotItem?.Incident?.Name == Tips.IncidentOf(job));
    }

    [Fact]
    public async Task What_the_version_before_this_one_told_of_a_tip_stays_off_a_partners_board()
    {
        using var partner = tips.Partner.WatchTeam(Tips.Team);
        using var desk = tips.Desk.WatchTeam(Tips.Team);
        await partner.ReadSnapshotAsync();
        await desk.ReadSnapshotAsync();
        var tip = await tips.ReportAsync();

        await region.OwnerAsync("insert into feed (tenant, subject, kind, body) select tenant, subject, 1, body from feed where subject = $1 and kind = 8", tip.Name);
        var last = await tips.Desk.ReportAsync(Tips.Municipality);

        bool IsLast(V1.WatchBoardResponse message) => message.Delta?.Item?.Incident?.Name == last.Name;
        Assert.DoesNotContain(await partner.ReadAsync(IsLast), message => message.Delta?.Item?.Incident?.Name == tip.Name);
        Assert.Equal(2, (await desk.ReadAsync(IsLast)).Count(message => message.Delta?.Item?.Incident?.Name == tip.Name));
    }

    private static (V1.UnitAvailability, string) JobOf(IEnumerable<V1.WatchBoardResponse> messages, string unit) =>
        messages.Select(message => message.SnapshotItem?.Unit).OfType<V1.Unit>().Where(shown => shown.Name == unit).Select(shown => (shown.Availability, shown.Assignment)).Single();

    private static void RequireHidden(IEnumerable<V1.WatchBoardResponse> messages, V1.Assignment job) =>
        Assert.DoesNotContain(messages, message => message.ToString().Contains(Tips.IncidentOf(job), StringComparison.Ordinal));
}
