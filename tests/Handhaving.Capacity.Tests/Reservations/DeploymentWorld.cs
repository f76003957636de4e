using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.Reservations;
using Handhaving.Capacity.Reservations.Lines;
using Handhaving.Capacity.Triangle;
using Handhaving.Capacity.Triangle.Options;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Capacity.Tests.Reservations;

/// <summary>One step of somebody: which case, what, how many, from which quarter, for how many.</summary>
internal readonly record struct Step(int Case, int Verb, int Count, int From, int Length);

/// <summary>Cases that claim one hour of one team, in memory, and decisions about what is short.</summary>
internal sealed class DeploymentWorld
{
    public const int Plannable = 7;
    private const int Waterline = 2;
    public static readonly TenantId Team = new("westelijke-mijnstreek");
    private static readonly DateTimeOffset Start = new(2026, 12, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly DecisionName Decision = new(Team, new Guid(1, 2, 3, [0, 0, 0, 0, 0, 0, 0, 0]));
    private readonly Dictionary<BlockKey, BlockCount> counts = new Interval(Start.AddDays(-1), Start.AddDays(1)).Blocks().ToDictionary(start => new BlockKey(Team, "noodhulp", start), _ => new BlockCount(Plannable, Waterline, 0, 0));
    private readonly Dictionary<CaseKey, DeploymentCase> cases = [];

    public DateTimeOffset Now { get; private set; } = Start.AddDays(-30);

    public IReadOnlyDictionary<BlockKey, BlockCount> Counts => counts;

    public IReadOnlyCollection<DeploymentCase> Cases => cases.Values;

    public void Play(Step step)
    {
        Now += TimeSpan.FromSeconds(37);
        var key = new CaseKey(new("0888"), $"{step.Case}");
        var found = cases.GetValueOrDefault(key, new([]));
        var live = found.Versions.Where(version => version.IsLive).ToList();
        var named = live.Count == 0 ? null : live[step.From % live.Count];
        var act = new CaseAct("somebody", Now);
        try
        {
            CaseChange[] changes = step.Verb switch
            {
                0 => [found.Request(Asked(found.Versions.Count + 1, step), counts, new(TimeSpan.FromSeconds(400), (OnShortage)(1 + step.Count % 3), new HashSet<TenantId> { Team }), act)],
                _ when named is null => [],
                1 => [found.Confirm(named.Name, named.Etag, act)],
                2 => [found.Extend(named.Name, Now.AddSeconds(500), named.Etag, act)],
                3 => found.Versions[step.Length % found.Versions.Count] is var one ? [found.Release(one.Name, "weg", one.Etag, act)] : [],
                4 => found.Expire(named.Name, act) is { } expired ? [expired] : [],
                _ => [.. Decide(step, act)],
            };
            foreach (var change in changes) Keep(change);
            if (step.Verb != 0 || changes[0].About.State is ReservationState.Held) return;
            RequireNothingLost(found, cases[key]);
            RequireAllFreeKept(changes[0].About);
        }
        catch (RuleBroken)
        {
            // Refused: nothing changes, which is what the invariants look at.
        }
    }

    /// <summary>The first conflict, as its owner sees it; null when there is none.</summary>
    public Situation? Conflict() =>
        cases.Values.SelectMany(known => known.Versions).FirstOrDefault(version => version.State is ReservationState.InConflict && version.HoldUntil > Now) is not { } asked ? null : new()
        {
            Owner = Team, Asked = asked.Name, Keys = asked.Lines.SelectMany(line => line.KeysAt(Team)).ToHashSet(), Counts = counts,
            Cases = cases.ToDictionary(pair => pair.Key, pair => new DeploymentCase([.. pair.Value.Versions.Where(version => version.IsLive)])),
        };

    // A request that waits for a decision, or is rejected, leaves the case what it has.
    private static void RequireNothingLost(DeploymentCase before, DeploymentCase after) =>
        Assert.All(before.Versions.Where(version => version.IsLive && !version.IsWaiting), had => Assert.Equal((had.State, had.Lines), after.Versions.Where(version => version.Name == had.Name).Select(version => (version.State, version.Lines)).Single()));

    // What is there is held while a line waits.
    private void RequireAllFreeKept(CapacityReservation asked)
    {
        foreach (var line in asked.Lines.Where(line => line.Awaits is not null))
            Assert.All(line.KeysAt(Team), key => Assert.True(counts[key].Free <= 0 || Claims.Of(line.Claims())[key] == line.Count));
    }

    private IReadOnlyList<CaseChange> Decide(Step step, CaseAct act)
    {
        if (Conflict() is not { } situation) return [];
        var choice = Suggestions.Choose(situation, (OptionKind)(1 + step.Count % 6), Now);
        var weighed = Weighing.Of(situation, choice, Decision, act);
        return weighed.Effects.Feasible ? weighed.Changes : [];
    }

    // The database does the same, and refuses what a block does not take.
    private void Keep(CaseChange change)
    {
        foreach (var group in change.Changed.GroupBy(reservation => reservation.Case))
            cases[group.Key] = new([.. cases.GetValueOrDefault(group.Key, new([])).Versions.ExceptBy(group.Select(one => one.Name), one => one.Name), .. group]);
        foreach (var (key, move) in change.Moves.All) counts[key] = counts[key].After(move);
    }

    private CapacityReservation Asked(int version, Step step) => new()
    {
        Name = new("0888", new Guid(step.Case, (short)version, 0, [0, 0, 0, 0, 0, 0, 0, 0])), CaseId = $"{step.Case}", CaseVersion = version, State = ReservationState.Held, RequestedBy = "somebody", UpdatedBy = "somebody",
        CreatedAt = Now, UpdatedAt = Now, Version = 1,
        Lines =
        [
            Line(step.Count, step.From, step.Length),
            .. step.Length % 2 == 0 ? [Line(1 + step.From, 0, 2)] : Array.Empty<DeploymentLine>(),
        ],
    };

    private static DeploymentLine Line(int count, int from, int length) => new([Team], "noodhulp", count, new(Start.AddMinutes(15 * from), Start.AddMinutes(15 * Math.Min(4, from + length))));
}
