using CsCheck;
using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.Ledger;
using Handhaving.Capacity.Reservations;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Capacity.Tests.Reservations;

/// <summary>Whatever cases ask, confirm, extend, give back and let end, in any order: no block promises more than it has, and what is counted is what the cases claim.</summary>
public sealed class DeploymentModelTests
{
    private const int Plannable = 7;
    private const int Waterline = 2;
    private static readonly TenantId Team = new("westelijke-mijnstreek");
    private static readonly DateTimeOffset Start = new(2026, 12, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly BlockKey[] Keys = [.. new Interval(Start, Start.AddHours(1)).Blocks().Select(start => new BlockKey(Team, "noodhulp", start))];

    private static readonly Gen<(int Case, int Verb, int Count, int From, int Length)> Step = Gen.Select(Gen.Int[0, 2], Gen.Int[0, 4], Gen.Int[1, 6], Gen.Int[0, 3], Gen.Int[1, 4]);

    [Fact]
    public void What_is_counted_is_what_is_claimed_and_never_more_than_there_is() => Step.Array[1, 60].Sample(steps =>
    {
        var world = new World();
        foreach (var step in steps)
        {
            world.Play(step);
            world.Check();
        }
    }, iter: 300);

    private sealed class World
    {
        private readonly Dictionary<BlockKey, BlockCount> counts = Keys.ToDictionary(key => key, _ => new BlockCount(Plannable, Waterline, 0, 0));
        private readonly Dictionary<int, List<CapacityReservation>> cases = [];
        private DateTimeOffset now = Start.AddDays(-30);

        public void Play((int Case, int Verb, int Count, int From, int Length) step)
        {
            now += TimeSpan.FromSeconds(37);
            var versions = cases.TryGetValue(step.Case, out var known) ? known : cases[step.Case] = [];
            var found = new DeploymentCase(versions);
            var named = versions.LastOrDefault(version => version.IsLive);
            var act = new CaseAct("somebody", now);
            try
            {
                var change = step.Verb switch
                {
                    0 => found.Request(Asked(versions.Count + 1, step), counts, TimeSpan.FromSeconds(100), act),
                    _ when named is null => null,
                    1 => found.Confirm(named.Name, named.Etag, act),
                    2 => found.Extend(named.Name, now.AddSeconds(200), named.Etag, act),
                    3 => found.Release(versions[step.From % versions.Count].Name, "weg", versions[step.From % versions.Count].Etag, act),
                    _ => found.Expire(named.Name, act),
                };
                if (change is not null) Keep(versions, change);
            }
            catch (RuleBroken)
            {
                // Refused: nothing changes, which is what Check looks at.
            }
        }

        public void Check()
        {
            foreach (var (key, count) in counts)
            {
                Assert.True(count is { Free: >= 0, Held: >= 0, Confirmed: >= 0 }, $"{key}: {count}");
                Assert.Equal(cases.Values.Sum(versions => Claimed(versions, ReservationState.Confirmed)[key]), count.Confirmed);
                Assert.Equal(cases.Values.Sum(versions => Claimed(versions, ReservationState.Held).Beyond(Claimed(versions, ReservationState.Confirmed))[key]), count.Held);
            }
            Assert.All(cases.Values, versions => Assert.True(versions.Count(version => version.State is ReservationState.Held) <= 1 && versions.Count(version => version.State is ReservationState.Confirmed) <= 1));
        }

        private static Claims Claimed(List<CapacityReservation> versions, ReservationState state) => versions.SingleOrDefault(version => version.State == state)?.Claims() ?? Claims.None;

        private void Keep(List<CapacityReservation> versions, CaseChange change)
        {
            foreach (var changed in change.Changed)
            {
                versions.RemoveAll(version => version.Name == changed.Name);
                versions.Add(changed);
            }
            foreach (var (key, held, confirmed) in change.Moves.All) counts[key] = counts[key] with { Held = counts[key].Held + held, Confirmed = counts[key].Confirmed + confirmed };
        }

        private CapacityReservation Asked(int version, (int Case, int Verb, int Count, int From, int Length) step) => new()
        {
            Name = new("0888", new Guid(step.Case, (short)version, 0, [0, 0, 0, 0, 0, 0, 0, 0])), CaseId = $"{step.Case}", CaseVersion = version, State = ReservationState.Held, RequestedBy = "somebody", UpdatedBy = "somebody",
            CreatedAt = now, UpdatedAt = now, Version = 1,
            Lines = [new([Team], "noodhulp", step.Count, new(Start.AddMinutes(15 * step.From), Start.AddMinutes(15 * Math.Min(4, step.From + step.Length))))],
        };
    }
}
