namespace Handhaving.Capacity.Rostering.Problem;

/// <summary>All that a roster is made from: hard limits and pins per person, soft cover and wishes. Refused as a whole when it contradicts itself.</summary>
public sealed class RosterProblem
{
    private readonly Dictionary<EmployeeName, int> employeePlaces;
    private readonly Dictionary<ShiftKindName, int> kindPlaces;

    public RosterProblem(
        RosterPeriod period, IReadOnlyList<ShiftKind> kinds, IReadOnlyList<RosterEmployee> employees, IReadOnlyList<CoverTarget> cover, IReadOnlyList<ShiftWish> wishes)
    {
        (Period, Kinds, Employees, Cover, Wishes) = (period, kinds, employees, cover, wishes);
        RosterRules.Period.Require(period.Days > 0 && period.HistoryDays >= 0 && period.HistoryDays < period.Days);
        employeePlaces = Places(employees.Select(e => e.Name));
        kindPlaces = Places(kinds.Select(k => k.Name));
        ProblemCheck.Require(this);
    }

    public RosterPeriod Period { get; }
    public IReadOnlyList<ShiftKind> Kinds { get; }
    public IReadOnlyList<RosterEmployee> Employees { get; }
    public IReadOnlyList<CoverTarget> Cover { get; }
    public IReadOnlyList<ShiftWish> Wishes { get; }

    /// <summary>Place of a person in <see cref="Employees"/>; an unknown name is refused.</summary>
    public int PlaceOf(EmployeeName name) => employeePlaces.TryGetValue(name, out var place) ? place : throw RosterRules.Known.Broken(("name", name.Value));

    /// <summary>Place of a kind in <see cref="Kinds"/>; an unknown name is refused.</summary>
    public int PlaceOf(ShiftKindName name) => kindPlaces.TryGetValue(name, out var place) ? place : throw RosterRules.Known.Broken(("name", name.Value));

    private static Dictionary<T, int> Places<T>(IEnumerable<T> names) where T : notnull
    {
        var places = new Dictionary<T, int>();
        foreach (var name in names) RosterRules.Once.Require(places.TryAdd(name, places.Count), ("name", $"{name}"));
        return places;
    }
}
