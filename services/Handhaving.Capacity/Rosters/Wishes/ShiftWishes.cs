using Handhaving.Capacity.Data;
using Handhaving.Capacity.People;
using Handhaving.Capacity.People.Keeping;
using Handhaving.Capacity.Rostering.Problem;
using Handhaving.Capacity.Rosters.Keeping;
using Handhaving.Capacity.Rosters.Solving;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Audit;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Paging;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Handhaving.Capacity.Rosters.Wishes;

/// <summary>What somebody would like over some days, in place of what was said of those days before.</summary>
public sealed record WishesOf(OfficerName Officer, DateOnly First, DateOnly Last, IReadOnlyList<WishAsked> Wishes);

/// <summary>Whose wishes over which days somebody wants to read.</summary>
/// <param name="Officer">Null = of all people of the owner.</param>
public sealed record WishesWanted(OfficerName? Officer, DateOnly First, DateOnly Last);

/// <summary>Keeps what people would like to work or not, for the searches to come.</summary>
public sealed class ShiftWishes(CapacityDb db, RosterBook rosters, RolePermissions permissions, TimeProvider clock)
{
    private const string ReadsAll = "capacity.rosters.read";
    private const string SetsAll = "capacity.rosters.manage";

    /// <exception cref="ServiceDefaults.Errors.RuleBroken">ROSTER_DAYS_INVALID, WISHES_NOT_YOURS.</exception>
    public async Task<Page<WishAsked>> ListAsync(WishesWanted wanted, PageRequest page, Call call, CancellationToken cancellation)
    {
        Require((wanted.First, wanted.Last));
        RequireYours(wanted.Officer, ReadsAll, call);
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        var rest = (await rosters.WishesAsync(call.Owner, wanted.First, wanted.Last, cancellation)).Where(wish => (wanted.Officer is not { } officer || wish.Officer == officer) && string.CompareOrdinal(Key(wish), page.After) > 0).ToList();
        work.Consulted(call, rest.Take(page.Size).Select(wish => (wish.Officer.Owner, wish.Officer.Value)).Distinct(), clock.GetUtcNow());
        await work.CommitAsync(cancellation);
        return new([.. rest.Take(page.Size)], rest.Count > page.Size ? page.TokenAfter(Key(rest[page.Size - 1])) : "");
    }

    /// <exception cref="ServiceDefaults.Errors.RuleBroken">WISHES_NOT_YOURS, WISH_WEIGHT_NOT_YOURS, ROSTER_DAYS_INVALID, ROSTER_OFFICER_UNKNOWN, ROSTER_WISH_UNKNOWN.</exception>
    public async Task<IReadOnlyList<WishAsked>> SetAsync(WishesOf said, Call call, RequestKey request, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        RequireYours(said.Officer, SetsAll, call);
        DutyRosterRules.WeightOfPlanner.Require(permissions.Allows(call.Caller, SetsAll) || said.Wishes.All(wish => wish.Weight == WishAsked.UsualWeight));
        Require((said.First, said.Last));
        foreach (var wish in said.Wishes) SolveRules.KnownWish.Require(wish.Officer == said.Officer && wish.Day >= said.First && wish.Day <= said.Last && (wish.Code.Length > 0 || wish.Wish is WishKind.NotWork), ("officer", wish.Officer.Value));
        SolveRules.OneOfEach.Require(said.Wishes.DistinctBy(Key).Count() == said.Wishes.Count, ("code", said.Officer.Id));
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        await PeopleStore.LockAsync(work, call.Owner, cancellation);
        if (await work.AnswerAgainAsync<WishAsked[]>(call, request, said.Officer.Value, now, cancellation) is { } answered) return answered;
        DutyRosterRules.KnownOfficer.Require((await rosters.OfficersAsync(call.Owner, cancellation)).ContainsKey(said.Officer), ("officer", said.Officer.Value), ("owner", call.Owner.Name));
        await db.ShiftWishes.Where(row => row.Tenant == call.Owner.Value && row.Officer == said.Officer.Value && row.Day >= said.First && row.Day <= said.Last).ExecuteDeleteAsync(cancellation);
        db.ShiftWishes.AddRange(said.Wishes.Select(wish => new ShiftWishRow
        {
            Tenant = call.Owner.Value, Officer = wish.Officer.Value, Day = wish.Day, Code = wish.Code, Kind = ShiftWishRow.KindOf(wish.Wish), Weight = wish.Weight, EnteredBy = call.Caller.Subject, EnteredAt = now,
        }));
        await db.SaveChangesAsync(cancellation);
        work.TrailOf(call.Owner).Audit(AuditLine.Of(call, said.Officer.Value, now));
        WishAsked[] answer = [.. said.Wishes];
        await work.CommitAsync(call.Owner, request, answer, cancellation);
        return answer;
    }

    // Who plans works for all; everybody else is its own.
    private void RequireYours(OfficerName? officer, string all, Call call) =>
        DutyRosterRules.YourWishes.Require(permissions.Allows(call.Caller, all) || (officer?.Owner == call.Owner && officer?.Id == call.Caller.Subject));

    private static void Require((DateOnly First, DateOnly Last) days) =>
        DutyRosterRules.Days.Require(days.Last >= days.First && days.Last.DayNumber - days.First.DayNumber < DutyRoster.MostDays, ("most", $"{DutyRoster.MostDays}"));

    private static string Key(WishAsked wish) => $"{wish.Day:yyyy-MM-dd} {wish.Officer.Value} {wish.Code}";
}
