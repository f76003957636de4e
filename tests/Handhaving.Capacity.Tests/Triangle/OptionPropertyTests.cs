using System.Collections.Concurrent;
using CsCheck;
using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.Reservations;
using Handhaving.Capacity.Tests.Reservations;
using Handhaving.Capacity.Triangle.Options;

namespace Handhaving.Capacity.Tests.Triangle;

/// <summary>Options about whatever conflict: what they say they do is what they do.</summary>
public sealed class OptionPropertyTests
{
    private static readonly Gen<Step[]> Steps = DeploymentModelTests.AnyStep.Array[1, 40];

    [Fact]
    public void Given_and_not_given_are_what_was_asked() => EachOption((_, option) =>
    {
        Assert.Equal(option.Effects.Asked, option.Effects.Given + option.Effects.NotGiven);
        Assert.InRange(option.Effects.Given, 0, option.Effects.Asked);
        var notDone = option.Effects.NotDone.Where(one => one.Kind is not NotDoneKind.Displaced).Sum(one => one.Count);
        if (option.Effects.Feasible) Assert.True(option.Choice.Kind is OptionKind.Refuse ? notDone >= option.Effects.NotGiven : notDone == option.Effects.NotGiven); // what else was given goes with a refusal
    });

    [Fact]
    public void What_is_called_feasible_is_taken_by_every_block() => EachOption((situation, option) =>
    {
        if (!option.Effects.Feasible) return;
        var moves = MovesOf(situation, option);
        Assert.All(moves, moved => Assert.True(situation.CountAt(moved.Key).Takes(moved.Move)));
        Assert.All(moves, moved => Assert.True(situation.CountAt(moved.Key).After(moved.Move) is { Overdrawn: 0 } after && after.Promised <= after.Plannable));
    });

    [Fact]
    public void Nothing_but_approval_goes_further_below_the_waterline() => EachOption((situation, option) =>
    {
        if (!option.Effects.Feasible || option.Choice.Kind is OptionKind.Approve) return;
        Assert.Empty(option.Effects.BelowWaterline);
        Assert.All(MovesOf(situation, option), moved => Assert.True(situation.CountAt(moved.Key).After(moved.Move).BelowWaterline <= situation.CountAt(moved.Key).BelowWaterline));
    });

    [Fact]
    public void Refusing_is_always_possible_and_only_displacing_displaces() => EachOption((_, option) =>
    {
        if (option.Choice.Kind is OptionKind.Refuse) Assert.True(option.Effects is { Feasible: true, Given: 0 });
        if (option.Choice.Kind is not OptionKind.Displace) Assert.Empty(option.Effects.Displaced);
    });

    [Fact]
    public void Each_option_is_feasible_in_some_conflict_and_approval_goes_below_the_waterline_in_some()
    {
        ConcurrentDictionary<(OptionKind Kind, bool Below), int> met = [];

        EachOption((_, option) =>
        {
            if (option.Effects.Feasible) met.AddOrUpdate((option.Choice.Kind, option.Effects.BelowWaterline.Count > 0), 1, (_, count) => count + 1);
        });

        Assert.Equal(Suggestions.Kinds, met.Keys.Select(key => key.Kind).Distinct().Order());
        Assert.Contains((OptionKind.Approve, true), met.Keys);
    }

    private static IReadOnlyList<(BlockKey Key, BlockMove Move)> MovesOf(Situation situation, WeighedOption option) =>
        BlockMoves.Sum(Weighing.Of(situation, option.Choice, default, new CaseAct("", situation.AskedOne!.UpdatedAt)).Changes.Select(change => change.Moves)).All; // an open conflict has its request

    private static void EachOption(Action<Situation, WeighedOption> check) => Steps.Sample(steps =>
    {
        var world = new DeploymentWorld();
        foreach (var step in steps) world.Play(step);
        if (world.Conflict() is not { } situation) return;
        foreach (var option in Suggestions.Of(situation, world.Now)) check(situation, option);
    }, iter: 300);
}
