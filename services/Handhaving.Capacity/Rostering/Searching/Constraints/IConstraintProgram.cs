using Google.OrTools.Sat;

namespace Handhaving.Capacity.Rostering.Searching.Constraints;

/// <summary>A model of CP-SAT whose solutions are rosters.</summary>
internal interface IConstraintProgram
{
    CpModel Model { get; }

    /// <summary>The whole roster of a solution.</summary>
    int[][] RowsWith(Func<BoolVar, bool> holds);
}
