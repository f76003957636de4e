using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.WorkingTime;

namespace Handhaving.Capacity.Rosters.Deployments;

/// <summary>What shifts of a roster are held to that are put to promises, and how far those have people.</summary>
public static class DeploymentJudge
{
    /// <summary>Of each promise of the owner in these days, and of what shifts are still put to that is promised no more.</summary>
    public static IReadOnlyList<DeploymentCover> Covers(DutyRoster roster, KnownPromises promises)
    {
        var own = roster.Shifts.Where(shift => shift.Deployment is not null).ToLookup(shift => shift.Deployment ?? default);
        var gone = own.Where(shifts => promises.Find(shifts.Key) is null).Select(shifts => new DeploymentCover(Gone(shifts.Key, [.. shifts]), [], 0, shifts.Count()));
        return [.. promises.All.Select(promise => DeploymentCover.Of(promise, [.. promises.Elsewhere[promise.Name], .. own[promise.Name].Select(shift => shift.Time)])), .. gone];
    }

    /// <param name="put">Shifts that are new or changed; what stood already is no reason to refuse another change.</param>
    /// <exception cref="ServiceDefaults.Errors.RuleBroken">DEPLOYMENT_UNKNOWN, DEPLOYMENT_OTHER_FUNCTION, DEPLOYMENT_OUTSIDE_SHIFT, DEPLOYMENT_FULL.</exception>
    public static void Require(DutyRoster after, IReadOnlyList<PlannedShift> put, KnownPromises promises)
    {
        foreach (var shift in put)
        {
            if (shift.Deployment is not { } name) continue;
            var (named, start) = (("deployment", name.Value), ("start", DutchClock.Say(shift.Time.Start)));
            var promise = promises.Find(name) ?? throw DeploymentRules.Promised.Broken(named, ("owner", after.Name.Owner.Name));
            DeploymentRules.SameFunction.Require(shift.Function == promise.Function, named, ("wanted", promise.Function), ("function", shift.Function), start);
            DeploymentRules.Meets.Require(DeploymentCover.Meets(promise, shift.Time), named, start);
        }
        RequireNotOver(after, promises, put.Select(shift => shift.Deployment).OfType<DeploymentName>().ToHashSet());
    }

    /// <summary>Other rosters may have filled it since the shifts of this one were put to it.</summary>
    /// <exception cref="ServiceDefaults.Errors.RuleBroken">DEPLOYMENT_FULL.</exception>
    public static void RequireNotOver(DutyRoster roster, KnownPromises promises) =>
        RequireNotOver(roster, promises, roster.Shifts.Select(shift => shift.Deployment).OfType<DeploymentName>().ToHashSet());

    private static void RequireNotOver(DutyRoster roster, KnownPromises promises, HashSet<DeploymentName> named)
    {
        if (Covers(roster, promises).FirstOrDefault(cover => cover.IsOver && cover.Promise.Count > 0 && named.Contains(cover.Promise.Name)) is { } over)
            throw DeploymentRules.NotOver.Broken(("deployment", over.Promise.Name.Value), ("promised", $"{over.Promise.Count}"), ("most", $"{over.Most}"));
    }

    private static PromisedPeople Gone(DeploymentName name, List<PlannedShift> shifts) =>
        new(name, "", shifts[0].Function, 0, new Interval(shifts.Min(shift => shift.Time.Start), shifts.Max(shift => shift.Time.End)));
}
