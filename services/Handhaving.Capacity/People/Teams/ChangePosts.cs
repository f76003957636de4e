using Handhaving.Capacity.Data;
using Handhaving.Capacity.People.Keeping;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Audit;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Handhaving.Capacity.People.Teams;

/// <summary>Inhabitants of a municipality, and where the number is from.</summary>
public sealed record KnownInhabitants(TenantId Municipality, int Count, string Source);

/// <summary>Changes funded posts and the number of inhabitants; strength that follows from posts is counted within seconds.</summary>
public sealed class ChangePosts(CapacityDb db, PeopleBook people, TimeProvider clock)
{
    /// <exception cref="ServiceDefaults.Errors.RuleBroken">STAFF_TEAM_UNKNOWN, FUNCTION_UNKNOWN, FUNCTION_NOT_OF_OWNER.</exception>
    public Task<StaffTeam> PutPostsAsync(string team, StaffPosts posts, string reason, Call call, RequestKey request, CancellationToken cancellation) => ChangeAsync($"{call.Owner.Name}/staffTeams/{team}", async work =>
    {
        var known = await people.KnownAsync(call.Owner, cancellation);
        PeopleRules.KnownTeam.Require(known.Teams.Any(one => one.Id == team), ("team", team), ("owner", call.Owner.Name));
        known.Functions.Require(posts.Function, call.Owner);
        await WriteAsync(work, new("insert into staff_post (tenant, staff_team, function, established) values ($1, $2, $3, $4) on conflict (tenant, staff_team, function) do update set established = excluded.established")
        {
            Parameters = { new() { Value = call.Owner.Value }, new() { Value = team }, new() { Value = posts.Function }, new() { Value = posts.Established } },
        }, cancellation);
        return (await people.TeamsAsync(call.Owner, cancellation)).Single(one => one.Id == team);
    }, reason, call, request, cancellation);

    public Task<KnownInhabitants> PutInhabitantsAsync(KnownInhabitants inhabitants, Call call, RequestKey request, CancellationToken cancellation) => ChangeAsync(call.Owner.Name, async work =>
    {
        await WriteAsync(work, new("insert into inhabitants (municipality, count, source) values ($1, $2, $3) on conflict (municipality) do update set count = excluded.count, source = excluded.source")
        {
            Parameters = { new() { Value = call.Owner.Value }, new() { Value = inhabitants.Count }, new() { Value = inhabitants.Source } },
        }, cancellation);
        return inhabitants;
    }, inhabitants.Source, call, request, cancellation);

    private async Task<T> ChangeAsync<T>(string name, Func<UnitOfWork<CapacityDb>, Task<T>> change, string reason, Call call, RequestKey request, CancellationToken cancellation) where T : class
    {
        var now = clock.GetUtcNow();
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        await PeopleStore.LockAsync(work, call.Owner, cancellation);
        if (await work.AnswerAgainAsync<T>(call, request, name, now, cancellation) is { } answered) return answered;
        var changed = await change(work);
        work.TrailOf(call.Owner).Audit(AuditLine.Of(call, name, now) with { ReasonText = reason });
        await work.CommitAsync(call.Owner, request, changed, cancellation);
        return changed;
    }

    private static async Task WriteAsync(UnitOfWork<CapacityDb> work, NpgsqlBatchCommand command, CancellationToken cancellation)
    {
        await using var batch = work.Batch();
        batch.BatchCommands.Add(command);
        await batch.ExecuteNonQueryAsync(cancellation);
    }
}
