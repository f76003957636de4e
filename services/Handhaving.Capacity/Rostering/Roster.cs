using Handhaving.Capacity.Rostering.Problem;

namespace Handhaving.Capacity.Rostering;

/// <summary>Who works which shift on which day (rooster): a row per person and a column per day, in the order of its problem. Never changes.</summary>
public sealed class Roster : IEquatable<Roster>
{
    /// <summary>The cell of a day without a shift.</summary>
    public const int Free = -1;

    private readonly int[][] rows;

    /// <param name="rows">Per person, per day: the place of the kind in the problem, or <see cref="Free"/>.</param>
    public Roster(IEnumerable<IReadOnlyList<int>> rows) => this.rows = [.. rows.Select(row => row.ToArray())];

    public int Employees => rows.Length;

    public IReadOnlyList<int> this[int employee] => rows[employee];

    public ShiftKindName? On(RosterProblem problem, EmployeeName employee, int day) =>
        rows[problem.PlaceOf(employee)][day] is var kind and not Free ? problem.Kinds[kind].Name : null;

    /// <summary>The same roster but for one cell.</summary>
    public Roster With(int employee, int day, int kind)
    {
        var changed = rows.Select(row => row.ToArray()).ToArray();
        changed[employee][day] = kind;
        return new(changed);
    }

    public bool Equals(Roster? other) => other is not null && rows.Length == other.rows.Length && rows.Zip(other.rows).All(p => p.First.AsSpan().SequenceEqual(p.Second));

    public override bool Equals(object? obj) => Equals(obj as Roster);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var cell in rows.SelectMany(row => row)) hash.Add(cell);
        return hash.ToHashCode();
    }
}
