using System.Collections.Immutable;
using Google.Protobuf;
using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Tests.Service;

namespace Handhaving.Dispatch.Tests.Model;

/// <summary>One run: its own incidents and units, acts in a random order, sent once, twice, at once, cut off, or against each other; each answer held against the model.</summary>
internal sealed class ModelRun
{
    private readonly ModelRegion region;
    private readonly MortalReplica mortal;
    private readonly ModelPost post;
    private readonly ModelNames names = new();
    private readonly ModelCalls calls;
    private readonly List<(ModelCall Call, ModelReply Reply)> answered = [];
    private readonly List<string> log = [];
    private ModelWorld world;

    private ModelRun(ModelRegion region, MortalReplica mortal, string[] units)
    {
        (this.region, this.mortal, post, calls) = (region, mortal, new(region), new(names));
        world = new([], [.. units.Select(unit => new ModelUnit(unit, ModelRules.TeamOf(unit), IsOnDuty: false))]);
    }

    public static async Task PlayAsync(ModelRegion region, MortalReplica mortal, ModelMove[] moves)
    {
        var run = new ModelRun(region, mortal, await region.UnitsAsync());
        try
        {
            await run.PlayAsync(moves);
        }
        catch (Exception failure) when (!TestContext.Current.CancellationToken.IsCancellationRequested) // told with all that led to it
        {
            throw new Xunit.Sdk.XunitException($"{failure.Message}\n{string.Join('\n', run.log)}\n{failure.StackTrace}");
        }
    }

    private async Task PlayAsync(ModelMove[] moves)
    {
        for (var unit = 0; unit < world.Units.Count; unit++) await AloneAsync(new(ModelAct.SignOn, 0) { Unit = unit }, how: unit);
        var isHelped = moves[0].Pick % 3 > 0;
        for (var incident = 0; incident < 3; incident++)
            await AloneAsync(new(ModelAct.Report, 0) { Municipality = ModelRules.Municipalities[incident], Type = isHelped && incident == 0 ? ModelRules.Fight : "parking.nuisance", Priority = isHelped && incident == 0 ? 5 : 2 + incident }, how: incident);
        if (isHelped) await HelpAsync(moves[0]);
        for (var next = 0; next < moves.Length; next++)
        {
            var racers = moves[next].How % 10 < 8 ? 1 : Math.Min(moves[next].How % 10 - 6, moves.Length - next);
            if (racers == 1) await AloneAsync(ModelDraw.Step(world, moves[next]), moves[next].How);
            else await RaceAsync([.. moves.Skip(next).Take(racers).Select(move => Untimed(ModelDraw.Step(world, move))).Where(step => step.Act is not (ModelAct.Report or ModelAct.ReportCode))]);
            next += racers - 1;
        }
        await new ModelTruth(region, world, names).CompareAsync();
    }

    // Police lead a fight, a BOA of their team helps there or is under way, an outcome is known or not, and mostly the police go: to what is more urgent in another municipality, or because it is done.
    private async Task HelpAsync(ModelMove first)
    {
        foreach (var (unit, role) in new[] { (1, AssignmentRole.Primary), (0, AssignmentRole.Backup) })
        {
            await AloneAsync(new(ModelAct.Assign, 0) { Unit = unit, Role = role, Version = world.Incidents[0].Lines.Count }, how: 0);
            await AloneAsync(new(ModelAct.Accept, 0) { Job = (0, world.Incidents[0].Jobs.Count - 1) }, how: 0);
        }
        if (first.Where % 2 == 0) await AloneAsync(new(ModelAct.Arrive, 0) { Job = (0, 1) }, how: 0);
        if (first.Pick % 5 < 2) await AloneAsync(new(ModelAct.Outcome, 0) { Version = world.Incidents[0].Lines.Count }, how: 0);
        ModelStep[] ways =
        [
            new(ModelAct.Preempt, 1) { Job = (0, 0), Version = world.Incidents[1].Lines.Count },
            new(ModelAct.ReportCode, 0) { Unit = 1, Code = 4, Flag = true },
            new(ModelAct.Clear, 0) { Job = (0, 0), Flag = first.Pick % 2 == 0 },
        ];
        if (first.Where / 2 % 4 is var way && way < ways.Length) await AloneAsync(ways[way], first.How);
    }

    private async Task AloneAsync(ModelStep step, int how)
    {
        var verdict = ModelRules.Judge(world, step);
        log.Add($"{how}: {step} -> {verdict.Reason ?? "done"}");
        if (!step.IsBySystem && verdict.Reason is null && how % 10 == 7 && how / 10 % 2 == 0) await ReplayAsync(how);
        var reply = step.IsBySystem ? await BySystemAsync(step) : await DeliverAsync(step, verdict.Reason is null, how);
        Assert.Equal(verdict.Reason, reply.Reason);
        world = verdict.After;
        Check(step, world, reply);
    }

    private async Task<ModelReply> DeliverAsync(ModelStep step, bool isAllowed, int how)
    {
        var (call, replica) = (calls.Of(world, step, Work.NewRequest()), how / 10 % 2);
        var life = how % 20 == 7 ? mortal.Take() : null;
        mortal.Start();
        // A refusal is not kept: a call whose first sending may still be under way is sent again only where it is accepted whenever it arrives.
        var reply = (how % 10, isAllowed) switch
        {
            (4, _) => await AtOnceAsync(call),
            (5, true) => await post.CutOffAsync(call, replica, TimeSpan.FromMilliseconds(1 + how / 10)),
            (7, true) when life is not null => await post.KillAsync(call, life, TimeSpan.FromMilliseconds(how)),
            (7, true) => await post.CutDatabaseAsync(call, replica),
            _ => await post.SendAsync(call, replica),
        };
        if (how % 10 == 3) Assert.Equal(reply, await post.SendAsync(call, replica + 1));
        if (reply.Reason is not null) return reply;
        answered.Add((call, reply));
        if (how % 10 == 6 && call.Other is { } other) Assert.Equal("REQUEST_ID_REUSED", (await post.SendAsync(other, replica + 1)).Reason);
        return reply;
    }

    private async Task<ModelReply> AtOnceAsync(ModelCall call)
    {
        var replies = await Task.WhenAll(Enumerable.Range(0, 3).Select(replica => post.SendAsync(call, replica)));
        return Assert.Single(replies.Distinct());
    }

    // What was answered long ago is answered the same, and does nothing.
    private async Task ReplayAsync(int how)
    {
        if (answered.Count == 0) return;
        var (call, reply) = answered[how % answered.Count];
        Assert.Equal(reply, await post.SendAsync(call, how));
    }

    // Which of two racers was told to be before the other follows from who came first.
    private static ModelStep Untimed(ModelStep step) => step.Time is ModelTime.Told ? step with { Time = ModelTime.Now } : step;

    private async Task RaceAsync(IReadOnlyList<ModelStep> steps)
    {
        var sent = steps.Select(step => step.IsBySystem ? null : calls.Of(world, step, Work.NewRequest())).ToList();
        var replies = await Task.WhenAll(steps.Select((step, index) => sent[index] is { } call ? post.SendAsync(call, index) : BySystemAsync(step)));
        log.AddRange(steps.Select((step, index) => $"at once: {step} -> {replies[index].Reason ?? "done"}"));
        var lines = await new ModelTruth(region, world, names).LinesAsync();
        var worlds = Orders(steps.Count).Select(order => Follow(order, steps, replies)).OfType<ImmutableList<ModelWorld>>()
            .Where(way => way.Count == 0 || way[^1].Incidents.Select(incident => string.Join(' ', incident.Lines)).SequenceEqual(lines)).ToList();
        Assert.True(worlds.Count > 0, $"No order of these acts explains {string.Join(", ", replies.Select(reply => reply.Reason ?? "done"))} and {string.Join(" | ", lines)}.");
        if (worlds[0].Count > 0) world = worlds[0][^1];
        answered.AddRange(sent.Zip(replies).Where(pair => pair is { First: not null, Second.Reason: null }).Select(pair => (pair.First ?? throw new InvalidOperationException(), pair.Second)));
        for (var index = 0; index < steps.Count; index++) Learn(steps[index], replies[index]);
    }

    /// <returns>The worlds after each step; null when the replies are others in this order.</returns>
    private ImmutableList<ModelWorld>? Follow(IEnumerable<int> order, IReadOnlyList<ModelStep> steps, ModelReply[] replies)
    {
        ImmutableList<ModelWorld> way = [];
        var after = world;
        foreach (var index in order)
        {
            var verdict = ModelRules.Judge(after, steps[index]);
            if (verdict.Reason != replies[index].Reason) return null;
            after = verdict.After;
            if (replies[index].Incident is { } told && ModelTruth.Describe(told) != ModelTruth.Describe(after, Target(steps[index]))) return null;
            way = way.Add(after);
        }
        return way;
    }

    private static IEnumerable<IReadOnlyList<int>> Orders(int count) => count == 0 ? [[]]
        : Orders(count - 1).SelectMany(rest => Enumerable.Range(0, count).Select(place => (IReadOnlyList<int>)[.. rest.Take(place), count - 1, .. rest.Skip(place)]));

    private Task<ModelReply> BySystemAsync(ModelStep step) =>
        ModelPost.BySystemAsync(() => step.Act is ModelAct.Expire ? region.ExpireAsync(names.Jobs[step.Job]) : region.EndHoldAsync(names.Incidents[step.Incident]));

    private void Check(ModelStep step, ModelWorld after, ModelReply reply)
    {
        if (reply.Incident is { } incident) Assert.Equal(ModelTruth.Describe(after, Target(step)), ModelTruth.Describe(incident));
        if (reply.Unit is { } unit) Assert.Equal((ModelTruth.AvailabilityOf(after, step.Unit), $"\"{after.Units[step.Unit].Facts.Count}\""), (unit.Availability, unit.Etag));
        Learn(step, reply);
    }

    private void Learn(ModelStep step, ModelReply reply)
    {
        if (reply.Incident is { } incident) names.Learn(Target(step), incident);
    }

    private int Target(ModelStep step) => step.Act switch
    {
        ModelAct.Report => names.Incidents.Count,
        >= ModelAct.Accept and <= ModelAct.Fail => step.Job.Incident,
        _ => step.Incident,
    };
}
