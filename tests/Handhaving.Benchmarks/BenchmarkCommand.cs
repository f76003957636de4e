using System.CommandLine;
using Handhaving.Benchmarks.Reporting;
using Handhaving.Testing.Identity;
using Handhaving.Testing.Servers;

namespace Handhaving.Benchmarks;

/// <summary>The command line: which benchmarks, how long, and where the outcome goes.</summary>
internal static class BenchmarkCommand
{
    private const string Failed = "FAILED";

    public static RootCommand Create()
    {
        var names = new Argument<string[]>("names") { Description = "Benchmarks to run, all when none is named: " + string.Join(", ", BenchmarkList.All.Select(benchmark => benchmark.Name)) + ".", Arity = ArgumentArity.ZeroOrMore };
        names.AcceptOnlyFromAmong([.. BenchmarkList.All.Select(benchmark => benchmark.Name)]);
        var json = new Option<string?>("--json") { Description = "File for the outcome as JSON." };
        var quick = new Option<bool>("--quick") { Description = "Shorter runs and less data, to see that everything works; no ratio for publishing." };
        var incidents = new Option<int>("--incidents") { Description = "Incidents in the large database of B8.", DefaultValueFactory = _ => 1_000_000 };
        var command = new RootCommand("Measures the platform against its peers: ratios taken in one run, on loopback, with client and servers on the same cores.") { names, json, quick, incidents };
        command.SetAction((parsed, cancellation) => RunAsync(new(parsed.GetValue(names) ?? [], parsed.GetValue(json), parsed.GetValue(quick), parsed.GetValue(incidents)), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(Choice choice, CancellationToken cancellation)
    {
        var commit = await Commit.NameAsync(cancellation);
        Console.WriteLine(Report.Heading(commit));
        await using var servers = await TestServers.StartPrivateAsync("benchmarks", cancellation);
        await using var issuer = await TestIssuer.StartAsync();
        var run = new BenchmarkRun(servers, issuer, choice.IsQuick, choice.Incidents, Console.Error.WriteLine);
        List<Finding> findings = [];
        foreach (var benchmark in BenchmarkList.All.Where(benchmark => choice.Names.Length == 0 || choice.Names.Contains(benchmark.Name)))
        {
            run.Say($"{benchmark.Name}: {benchmark.Title}");
            var found = await TryAsync(benchmark, run, cancellation);
            foreach (var line in found.SelectMany(Report.Lines)) Console.WriteLine(line);
            findings.AddRange(found);
            if (choice.Json is { } json) ResultFile.Write(json, commit, choice.IsQuick, TimeProvider.System.GetUtcNow(), findings);
        }
        Console.WriteLine();
        foreach (var line in Report.Summary(findings)) Console.WriteLine(line);
        return findings.Exists(finding => finding.Note.StartsWith(Failed, StringComparison.Ordinal)) ? 1 : 0;
    }

    // One that fails does not take the others' outcome with it.
    private static async Task<IReadOnlyList<Finding>> TryAsync(Benchmark benchmark, BenchmarkRun run, CancellationToken cancellation)
    {
        try
        {
            return await benchmark.RunAsync(run, cancellation);
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            run.Say(failure.ToString());
            return [Finding.NotMeasured(benchmark.Name, benchmark.Title, "its peers", "-", $"{Failed}: {failure.Message}")];
        }
    }

    private sealed record Choice(string[] Names, string? Json, bool IsQuick, int Incidents);
}
