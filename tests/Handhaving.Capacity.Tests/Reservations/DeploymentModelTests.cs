using CsCheck;
using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.Reservations;

namespace Handhaving.Capacity.Tests.Reservations;

/// <summary>Whatever cases ask, confirm, extend, give back and let end, and whatever is decided about what is short, in any order: no block promises more than it has or a decision let go, what is counted is what
/// the cases claim, and what was let go comes back with the claim.</summary>
public sealed class DeploymentModelTests
{
    internal static readonly Gen<Step> AnyStep = Gen.Select(Gen.Int[0, 3], Gen.Int[0, 6], Gen.Int[1, 8], Gen.Int[0, 3], Gen.Int[1, 4], (one, verb, count, from, length) => new Step(one, Math.Min(verb, 5), count, from, length));

    [Fact]
    public void What_is_counted_is_what_is_claimed_and_never_more_than_there_is_or_was_let_go() => AnyStep.Array[1, 60].Sample(steps =>
    {
        var world = new DeploymentWorld();
        foreach (var step in steps)
        {
            world.Play(step);
            Check(world);
        }
    }, iter: 300);

    private static void Check(DeploymentWorld world)
    {
        foreach (var (key, count) in world.Counts)
        {
            Assert.True(count is { Overdrawn: 0, Held: >= 0, Confirmed: >= 0, Waived: >= 0 } && count.Promised <= count.Plannable, $"{key}: {count}");
            Assert.Equal(world.Cases.Sum(known => Claimed(known, one => one.IsPromise)[key]), count.Confirmed);
            Assert.Equal(world.Cases.Sum(known => Math.Max(Claimed(known, one => one.State is ReservationState.Held)[key], Claimed(known, one => one.IsWaiting)[key]) is var held ? Math.Max(0, held - Claimed(known, one => one.IsPromise)[key]) : 0), count.Held);
            Assert.Equal(world.Cases.Sum(known => known.Versions.Sum(version => version.WaivedClaims()[key])), count.Waived);
        }
        Assert.All(world.Cases, known =>
        {
            Assert.True(known.Versions.Count(version => version.State is ReservationState.Held) <= 1 && known.Versions.Count(version => version.IsWaiting) <= 1 && known.Versions.Count(version => version.IsPromise) <= 1);
            Assert.All(known.Versions, version => Assert.True(version.IsLive || version.Waived.Count == 0));
            if (known.Versions.SingleOrDefault(version => version.IsWaiting) is { } waiting) Assert.All(known.Versions, version => Assert.True(version.State is not ReservationState.Held || version.HoldUntil >= waiting.HoldUntil));
            Assert.All(known.Count.Waived.ByBlock, waived => Assert.True(waived.Value <= known.Count.Promised[waived.Key]));
        });
    }

    private static Claims Claimed(DeploymentCase known, Func<CapacityReservation, bool> which) => known.Versions.SingleOrDefault(which)?.Claims() ?? Claims.None;
}
