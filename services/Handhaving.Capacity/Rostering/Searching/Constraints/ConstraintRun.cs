using System.Globalization;
using System.Runtime.ExceptionServices;
using Google.OrTools.Sat;

namespace Handhaving.Capacity.Rostering.Searching.Constraints;

/// <summary>One call of CP-SAT with one worker: repeatable by its seed and deterministic limit.</summary>
internal sealed class ConstraintRun(IConstraintProgram model, CancellationToken cancellation)
{
    private static readonly TimeSpan LookForCancel = TimeSpan.FromMilliseconds(20);

    /// <summary>Work done, in CP-SAT's deterministic seconds.</summary>
    public double Spent { get; private set; }

    /// <summary>Solves and tells each roster found; the last is the cheapest.</summary>
    public CpSolverStatus Solve(SearchLimit limit, Action<int[][]> found)
    {
        using var solver = new CpSolver
        {
            StringParameters = string.Create(CultureInfo.InvariantCulture,
                $"num_workers:1 random_seed:{(int)(limit.Seed % int.MaxValue)} max_deterministic_time:{limit.DeterministicSeconds}"),
        };
        using var told = new Told(model, found);
        // A stop before the native search has begun is lost, so a registration alone could miss the cancel.
        using var watch = new Timer(_ => { if (cancellation.IsCancellationRequested) solver.StopSearch(); }, null, LookForCancel, LookForCancel);
        var status = solver.Solve(model.Model, told);
        told.Failure?.Throw();
        Spent = solver.Response?.DeterministicTime ?? 0;
        return status;
    }

    private sealed class Told(IConstraintProgram model, Action<int[][]> found) : CpSolverSolutionCallback
    {
        public ExceptionDispatchInfo? Failure { get; private set; }

        public override void OnSolutionCallback()
        {
            try
            {
                found(model.RowsWith(BooleanValue));
            }
            catch (Exception failure)
            {
                // An exception may not cross the native search; it is thrown again behind it.
                Failure = ExceptionDispatchInfo.Capture(failure);
                StopSearch();
            }
        }
    }
}
