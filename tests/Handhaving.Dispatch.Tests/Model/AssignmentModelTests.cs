using CsCheck;
using Handhaving.Dispatch.Tests.Service;

namespace Handhaving.Dispatch.Tests.Model;

/// <summary>Random acts on incidents of three municipalities and units of two teams, against the service on its database: duplicates, races, callers who go away,
/// replicas that die and a database that cuts everybody off. What is answered, kept and told is what a model of the rules says.</summary>
/// <remarks>The same runs in each suite, and then a few that nobody has seen; <c>HANDHAVING_MODEL_SEED=…</c>, which the output names, plays those again. <c>HANDHAVING_MODEL_SECONDS</c> makes it look longer.</remarks>
[Collection(Alone.Name)]
public sealed class AssignmentModelTests(ModelRegion region)
{
    private static readonly int Seconds = int.Parse(Environment.GetEnvironmentVariable("HANDHAVING_MODEL_SECONDS") ?? "0", System.Globalization.CultureInfo.InvariantCulture);
    private const string SeedVariable = "HANDHAVING_MODEL_SEED";
    private const int MostStreams = 1 << 10; // that a seed of CsCheck tells apart in few characters
    private static readonly string? Asked = Environment.GetEnvironmentVariable(SeedVariable);
    private const string Known = "0N0XIzNsQ0O2";
    private const int KnownRuns = 16, NewRuns = 4;
    private static readonly Gen<ModelMove[]> Moves = Gen.Select(Gen.Int[0, 99], Gen.Int[0, 99], Gen.Int[0, 999], Gen.Int[0, 99], (what, where, pick, how) => new ModelMove(what, where, pick, how)).Array[20, 60];

    private const string Undelivered = """
        select coalesce(string_agg(what, ', '), '') from (
          select count(*) || ' facts wait in the outbox' as what from outbox where sent_at is null having count(*) > 0
          union all select count(*) || ' facts were not taken once' from outbox o where sent_at is not null and (select count(*) from inbox i where i.message_id = o.message_id) <> 1 having count(*) > 0
          union all select 'parked: ' || type || ' ' || reason from parked_message
          union all select (select coalesce(sum(count), 0) from fact_hour) || ' counted of ' || (select count(*) from outbox) where (select coalesce(sum(count), 0) from fact_hour) <> (select count(*) from outbox)) wrong
        """;

    [Fact]
    public async Task No_order_of_acts_duplicates_races_and_crashes_loses_doubles_or_mixes_up_an_assignment()
    {
        await using var mortal = new MortalReplica(region.Region);
        mortal.Start();

        var unseen = Asked is { Length: > 0 } ? Asked : new PCG((uint)Random.Shared.Next(1, MostStreams)).ToString();
        Tell($"{SeedVariable}={unseen} plays the new runs again.");
        if (Seconds > 0) await PlayAsync(unseen, iter: -1, Seconds);
        else
        {
            await PlayAsync(Known, KnownRuns, time: -1);
            await PlayAsync(unseen, NewRuns, time: -1);
        }

        Assert.Equal(0L, await region.Region.OwnerAsync("select count(*) from (select request_id from request group by request_id, method having count(*) > 1) doubled"));
        await DeliveredAsync();
        foreach (var owner in ModelRules.Municipalities.Select(code => $"municipalities/{code}").Append("teams/westelijke-mijnstreek")) Assert.Equal("", await AuditProblemAsync(owner));
        Tell($"{mortal.Deaths} replicas were ended.");

        Task PlayAsync(string seed, long iter, int time) => Moves.SampleAsync(moves => ModelRun.PlayAsync(region, mortal, moves), Tell, seed: seed, iter: iter, time: time, threads: 2,
            print: moves => string.Join(", ", moves.Select(move => $"({move.What}, {move.Where}, {move.Pick}, {move.How})")));
    }

    /// <summary>Waits until each fact is sent, taken once and counted once, and says what is not when that never comes.</summary>
    private async Task DeliveredAsync()
    {
        var wrong = "";
        try
        {
            await Work.EventuallyAsync(async () => (wrong = (string?)await region.Region.OwnerAsync(Undelivered) ?? "") is "");
        }
        catch (OperationCanceledException)
        {
            Assert.Fail(wrong);
        }
    }

    private static void Tell(string line) => TestContext.Current.TestOutputHelper?.WriteLine(line);

    private async Task<string> AuditProblemAsync(string owner)
    {
        var auditor = new Person(region.Region, "auditor-1", "auditor", [.. ModelRules.Municipalities], ["westelijke-mijnstreek"]);
        var part = new V1.VerifyRequest { Parent = owner };
        while (true)
        {
            var read = (await auditor.Audit.VerifyAsync(part, auditor.Call)).Verification;
            if (read.NextSequence == 0) return read.Problem;
            (part.AfterSequence, part.AfterHash) = (read.VerifiedSequence, read.VerifiedHash);
        }
    }
}
