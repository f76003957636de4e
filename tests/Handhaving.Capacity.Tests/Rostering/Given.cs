using Handhaving.Capacity.Rostering;
using Handhaving.Capacity.Rostering.Import;
using Handhaving.Capacity.Rostering.Problem;

namespace Handhaving.Capacity.Tests.Rostering;

/// <summary>Small problems to start from: an early (E) and a late (L) shift of eight hours, no early after a late.</summary>
internal static class Given
{
    public static readonly ShiftKindName Early = new("E");
    public static readonly ShiftKindName Late = new("L");

    public static readonly IReadOnlyList<ShiftKind> Kinds = [new(Early, 480, new HashSet<ShiftKindName>()), new(Late, 480, new HashSet<ShiftKindName> { Early })];

    public static WorkLimits Limits => new(new(0, 9600), new(1, 5), 1, 2, new Dictionary<ShiftKindName, int>());

    public static RosterEmployee Employee(string name, WorkLimits? limits = null, IReadOnlyList<Exclusion>? exclusions = null, IReadOnlyList<PinnedDay>? pins = null) =>
        new(new(name), limits ?? Limits, exclusions ?? [], pins ?? []);

    public static RosterProblem Problem(int days, IReadOnlyList<RosterEmployee> employees, IReadOnlyList<CoverTarget>? cover = null, IReadOnlyList<ShiftWish>? wishes = null) =>
        new(new(days), Kinds, employees, cover ?? [], wishes ?? []);

    /// <summary>One person's row as letters: E, L and a dot for a free day.</summary>
    public static Roster Row(params string[] rows) => new(rows.Select(row => row.Select(cell => "EL".IndexOf(cell, StringComparison.Ordinal)).ToArray()));

    public static RosterProblem Published(string name)
    {
        using var stream = typeof(Given).Assembly.GetManifestResourceStream(name) ?? throw new FileNotFoundException(name);
        using var reader = new StreamReader(stream);
        return NurseRosterFile.Read(reader.ReadToEnd());
    }
}
