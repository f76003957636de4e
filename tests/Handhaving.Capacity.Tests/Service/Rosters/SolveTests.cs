using Grpc.Core;
using Handhaving.Capacity.Tests.Service.People;

namespace Handhaving.Capacity.Tests.Service.Rosters;

/// <summary>Filling a draft over the real door: better and better, lawful, the same again by its seed, and honest about what stays open.</summary>
public sealed class SolveTests(CapacityRegion region)
{
    private const string Foot = "toezicht-te-voet";

    [Fact]
    public async Task A_draft_is_filled_lawfully_keeps_what_is_pinned_and_one_seed_gives_one_roster()
    {
        var planner = Person.PlannerOfLandgraaf(region);
        var (first, officer) = (Staff.Today.AddDays(70), await planner.PoliceAsync(Foot));
        var pinned = Planned.Shift(officer, first.AddDays(1), 9, 17, function: Foot);
        pinned.Pinned = true;
        var loose = Planned.Shift(officer, first.AddDays(2), 1, 9, function: Foot);

        var (one, steps) = await SolveAsync(planner, Request(await planner.PoliceDraftAsync(first, pinned, loose), first, 2));
        var (two, _) = await SolveAsync(planner, Request(await planner.PoliceDraftAsync(first, pinned, loose), first, 2));

        Assert.Empty(one.OpenShifts);
        Assert.Equal(steps.Order().Reverse(), steps);
        Assert.Equal((V1.SolveOutcome.Optimal, V1.SolvePhase.Ended), (one.Outcome, one.Phase));
        Assert.Equal(7, one.Roster.Shifts.Count); // two a day on three days, and the pinned one
        Assert.Contains(one.Roster.Shifts, shift => shift.Pinned && shift.StartTime == pinned.StartTime);
        Assert.DoesNotContain(one.Roster.Shifts, shift => shift.StartTime == loose.StartTime);
        Assert.DoesNotContain(one.Roster.Findings, finding => finding.Severity is V1.FindingSeverity.Breach);
        Assert.Equal(one.Roster.Shifts.Select(Key), two.Roster.Shifts.Select(Key));
        Assert.Equal(one.Roster.Shifts, (await planner.Rosters.GetRosterAsync(new() { Name = one.Roster.Name }, planner.Call)).Roster.Shifts);
    }

    [Fact]
    public async Task What_stays_open_says_why_and_the_reasons_add_up()
    {
        var planner = Person.PlannerOfLandgraaf(region);
        var first = Staff.Today.AddDays(73);
        var ill = await planner.PoliceAsync(Foot);
        await planner.PoliceAsync();
        await planner.People.ReportAbsenceAsync(Staff.Sick(ill, Planned.At(first, 0), 24), planner.Call);

        var (end, _) = await SolveAsync(planner, Request(await planner.PoliceDraftAsync(first), first, 200));

        var open = end.OpenShifts.Single(open => open.Day.Equals(Staff.Day(first)));
        Assert.Equal(open.Qualified, open.Reasons.Sum(reason => reason.Count));
        Assert.Contains(open.Reasons, reason => reason is { Code: "absent", Count: >= 1 });
        Assert.Equal(200 - open.Reasons.Single(reason => reason.Code == "here").Count, open.Missing);
        Assert.True(open.NotQualified > 0); // with the qualified all of the team
        Assert.Contains("afwezig", open.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wish_is_heard_and_what_soft_terms_cost_is_told()
    {
        var planner = Person.PlannerOfLandgraaf(region);
        var (first, officer) = (Staff.Today.AddDays(112), await planner.PoliceAsync(Foot));
        var request = Request(await planner.PoliceDraftAsync(first), first, 1);
        request.Wishes.Add(new V1.ShiftWish { Officer = officer.Name, Day = Staff.Day(first), Code = "vroeg", Kind = V1.WishKind.Wanted, Weight = 9 });
        var unwanted = new V1.SolveRosterRequest(request) { RequestId = Asked.Id() };
        (unwanted.Wishes[0].Kind, unwanted.Wishes[0].Code) = (V1.WishKind.Unwanted, "");

        var (wanted, _) = await SolveAsync(planner, request);
        unwanted.Etag = wanted.Roster.Etag;
        var (free, _) = await SolveAsync(planner, unwanted);

        Assert.Contains(wanted.Roster.Shifts, shift => shift.Officer == officer.Name && shift.StartTime.ToDateTimeOffset() < Planned.At(first.AddDays(1), 0));
        Assert.Empty(wanted.Terms);
        Assert.DoesNotContain(free.Roster.Shifts.Where(shift => free.OpenShifts.Count == 0), shift => shift.Officer == officer.Name && shift.StartTime.ToDateTimeOffset() < Planned.At(first.AddDays(1), 0));
    }

    [Fact]
    public async Task What_cannot_be_solved_is_refused_and_a_call_that_ends_keeps_nothing()
    {
        var planner = Person.PlannerOfLandgraaf(region);
        var first = Staff.Today.AddDays(76);
        var draft = await planner.PoliceDraftAsync(first);

        async Task<string> RefusedAsync(Action<V1.SolveRosterRequest> spoil)
        {
            var request = Request(draft, first, 1);
            spoil(request);
            try
            {
                await SolveAsync(planner, request);
                return "";
            }
            catch (RpcException failed)
            {
                return failed.GetRpcStatus()?.GetDetail<Google.Rpc.ErrorInfo>()?.Reason ?? $"{failed.Status}";
            }
        }

        Assert.Equal("ROSTER_COVER_TWICE", await RefusedAsync(request => request.Covers.Add(request.Covers[0])));
        Assert.Equal("ROSTER_COVER_TWICE", await RefusedAsync(request => request.Kinds.Add(request.Kinds[0])));
        Assert.Equal("ROSTER_COVER_UNKNOWN", await RefusedAsync(request => request.Covers[0].Code = "nacht"));
        Assert.Equal("ROSTER_COVER_UNKNOWN", await RefusedAsync(request => request.Covers[0].Day = Staff.Day(first.AddDays(3))));
        Assert.Equal("ROSTER_WISH_UNKNOWN", await RefusedAsync(request => request.Wishes.Add(new V1.ShiftWish { Officer = "municipalities/0882/officers/officer-0882-01", Day = Staff.Day(first), Kind = V1.WishKind.Unwanted })));
        Assert.Equal("FUNCTION_UNKNOWN", await RefusedAsync(request => request.Kinds[0].Function = "ruiter"));
        Assert.Equal("ROSTER_UNIT_NOT_OF_OWNER", await RefusedAsync(request => request.Kinds[0].Unit = "municipalities/0882/units/boa-1"));
        Assert.Equal("ETAG_MISMATCH", await RefusedAsync(request => request.Etag = "\"7\""));
        Assert.Equal("INVALID_REQUEST", await RefusedAsync(request => request.Seconds = 61));

        using (var call = planner.Rosters.SolveRoster(new(Request(draft, first, 3)) { Seconds = 60, Kinds = { Enumerable.Range(0, 6).Select(number => new V1.ShiftTemplate { Code = $"x{number}", Function = Foot, StartMinute = 60 * number, LengthMinutes = 480 }) } }, planner.Call))
            await call.ResponseStream.MoveNext(TestContext.Current.CancellationToken);
        Assert.Equal(draft, (await planner.Rosters.GetRosterAsync(new() { Name = draft.Name }, planner.Call)).Roster);
    }

    private static (string, DateTimeOffset) Key(V1.RosterShift shift) => (shift.Officer, shift.StartTime.ToDateTimeOffset());

    private static V1.SolveRosterRequest Request(V1.Roster draft, DateOnly first, int wanted) => new()
    {
        Name = draft.Name, Etag = draft.Etag, Seed = 4, Seconds = 5, RequestId = Asked.Id(), Weights = new(),
        Kinds = { new V1.ShiftTemplate { Code = "vroeg", Function = Foot, StartMinute = 7 * 60, LengthMinutes = 480 } },
        Covers = { Enumerable.Range(0, 3).Select(day => new V1.ShiftCover { Day = Staff.Day(first.AddDays(day)), Code = "vroeg", Wanted = wanted }) },
    };

    private static async Task<(V1.SolveRosterResponse End, List<long> Costs)> SolveAsync(Person planner, V1.SolveRosterRequest request)
    {
        var told = await Solved.ToTheEndAsync(planner, request);
        return (told[^1], [.. told.Where(step => step.Phase is not V1.SolvePhase.Preparing).Select(step => step.Cost)]);
    }
}
