using System.Diagnostics;
using System.Globalization;
using Handhaving.Capacity.Rostering.Judging;
using Handhaving.Capacity.Rostering.Problem;
using Handhaving.Capacity.Rostering.Searching;

namespace Handhaving.Benchmarks.Benchmarks.Rosters;

/// <summary>How the cost of a roster falls while a search runs on one core.</summary>
/// <param name="Steps">Seconds since the start and the cost from then on, in order.</param>
/// <param name="CpuSeconds">Of this process while it ran.</param>
internal sealed record CostCurve(IReadOnlyList<(double Seconds, long Cost)> Steps, RosterOutcome Outcome, double Seconds, double CpuSeconds)
{
    private const double Endless = 1e6; // the clock ends a search, not its deterministic limit

    /// <exception cref="InvalidOperationException">A roster breaks a hard rule, or costs other than it says: by the judge, which is no part of the search.</exception>
    public static CostCurve Of(IRosterSolver solver, RosterProblem problem, ulong seed, TimeSpan budget, CancellationToken cancellation)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        end.CancelAfter(budget);
        List<(double Seconds, RosterImprovement Found)> found = [];
        var (clock, cpu) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        var result = solver.Solve(problem, new(seed, Endless), better => found.Add((clock.Elapsed.TotalSeconds, better)), end.Token);
        var (seconds, used) = (clock.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - cpu).TotalSeconds);
        cancellation.ThrowIfCancellationRequested();
        foreach (var (_, better) in found) Require(problem, better);
        return new([.. found.Select(step => (step.Seconds, step.Found.Cost.Total))], result.Outcome, seconds, used);
    }

    /// <summary>The cost after so many seconds; null = no roster yet.</summary>
    public long? At(double seconds) => Steps.Where(step => step.Seconds <= seconds).Select(step => (long?)step.Cost).LastOrDefault();

    /// <summary>When the last cost was reached, in seconds.</summary>
    public double Reached => Steps.Count == 0 ? double.PositiveInfinity : Steps[^1].Seconds;

    /// <summary>The curve for a reader: costs after so many seconds.</summary>
    public string Say(IEnumerable<double> moments) => string.Join(", ", moments.Select(moment => string.Create(CultureInfo.InvariantCulture, $"{moment:0.#} s: {At(moment)?.ToString(CultureInfo.InvariantCulture) ?? "-"}")));

    private static void Require(RosterProblem problem, RosterImprovement better)
    {
        var judgement = RosterJudge.Judge(problem, better.Roster);
        if (!judgement.IsLawful || judgement.Cost != better.Cost) throw new InvalidOperationException($"A roster of cost {better.Cost.Total} has {judgement.Breaches.Count} breaches and costs {judgement.Cost.Total}.");
    }
}
