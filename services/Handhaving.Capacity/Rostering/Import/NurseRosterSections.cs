using System.Globalization;
using Handhaving.Capacity.Rostering.Problem;

namespace Handhaving.Capacity.Rostering.Import;

/// <summary>The sections of one benchmark file as they are read, a line at a time.</summary>
internal sealed class NurseRosterSections
{
    private readonly List<ShiftKind> kinds = [];
    private readonly List<(EmployeeName Name, WorkLimits Limits)> staff = [];
    private readonly List<(EmployeeName Name, int Day)> daysOff = [];
    private readonly List<ShiftWish> wishes = [];
    private readonly List<CoverTarget> cover = [];
    private int days;

    public void Add(string section, string[] fields)
    {
        switch (section)
        {
            case "SECTION_HORIZON": days = Number(fields[0]); break;
            case "SECTION_SHIFTS": kinds.Add(Kind(fields)); break;
            case "SECTION_STAFF": staff.Add((new(fields[0]), Limits(fields))); break;
            case "SECTION_DAYS_OFF": daysOff.AddRange(fields.Skip(1).Select(day => (new EmployeeName(fields[0]), Number(day)))); break;
            case "SECTION_SHIFT_ON_REQUESTS": wishes.Add(Wish(fields, WishKind.Work)); break;
            case "SECTION_SHIFT_OFF_REQUESTS": wishes.Add(Wish(fields, WishKind.NotWork)); break;
            case "SECTION_COVER": cover.Add(new(Number(fields[0]), new(fields[1]), Number(fields[2]), Number(fields[3]), Number(fields[4]))); break;
            default: throw new FormatException(section);
        }
    }

    public RosterProblem ToProblem()
    {
        foreach (var (name, _) in daysOff) RosterRules.Known.Require(staff.Any(s => s.Name == name), ("name", name.Value));
        return new(new(days), kinds, [.. staff.Select(s => new RosterEmployee(s.Name, s.Limits, Exclusions(s.Name, s.Limits), []))], cover, wishes);
    }

    private List<Exclusion> Exclusions(EmployeeName name, WorkLimits limits)
    {
        var unqualified = limits.MostShifts.Where(m => m.Value == 0).SelectMany(m => Enumerable.Range(0, days).Select(day => new Exclusion(day, m.Key, ExclusionReason.NotQualified)));
        return [.. daysOff.Where(d => d.Name == name).Select(d => new Exclusion(d.Day, null, ExclusionReason.Leave)), .. unqualified];
    }

    // D,480,E|F
    private static ShiftKind Kind(string[] fields) =>
        new(new(fields[0]), Number(fields[1]), fields[2].Split('|', StringSplitOptions.RemoveEmptyEntries).Select(f => new ShiftKindName(f)).ToHashSet());

    // A,E=14|L=0,4320,3360,5,2,2,1
    private static WorkLimits Limits(string[] fields) =>
        new(new(Number(fields[3]), Number(fields[2])), new(Number(fields[5]), Number(fields[4])), Number(fields[6]), Number(fields[7]),
            fields[1].Split('|').Select(m => m.Split('=')).ToDictionary(m => new ShiftKindName(m[0]), m => Number(m[1])));

    private static ShiftWish Wish(string[] fields, WishKind wish) => new(new(fields[0]), Number(fields[1]), new(fields[2]), Number(fields[3]), wish);

    private static int Number(string field) => int.Parse(field, NumberStyles.None, CultureInfo.InvariantCulture);
}
