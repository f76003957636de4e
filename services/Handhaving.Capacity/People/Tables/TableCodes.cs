using Handhaving.Capacity.Competence;

namespace Handhaving.Capacity.People.Tables;

/// <summary>Words of the files, as planners write them.</summary>
internal static class TableCodes
{
    public static IReadOnlyDictionary<string, DayOfWeek> Weekdays { get; } = new Dictionary<string, DayOfWeek>
    {
        ["ma"] = DayOfWeek.Monday, ["di"] = DayOfWeek.Tuesday, ["wo"] = DayOfWeek.Wednesday, ["do"] = DayOfWeek.Thursday, ["vr"] = DayOfWeek.Friday, ["za"] = DayOfWeek.Saturday, ["zo"] = DayOfWeek.Sunday,
    };

    public static IReadOnlyDictionary<string, CompetenceDomain> Domains { get; } = new Dictionary<string, CompetenceDomain>
    {
        ["I"] = CompetenceDomain.PublicSpace, ["II"] = CompetenceDomain.Environment, ["III"] = CompetenceDomain.Education,
        ["IV"] = CompetenceDomain.PublicTransport, ["V"] = CompetenceDomain.WorkIncomeCare, ["VI"] = CompetenceDomain.GeneralDetection,
    };

    public static IReadOnlyDictionary<string, AbsenceKind> Kinds { get; } = new Dictionary<string, AbsenceKind>
    {
        ["leave"] = AbsenceKind.Leave, ["sick"] = AbsenceKind.Sick, ["long-term-sick"] = AbsenceKind.LongTermSick, ["training"] = AbsenceKind.Training,
        ["lent-out"] = AbsenceKind.LentOut, ["restricted"] = AbsenceKind.Restricted, ["night-exemption"] = AbsenceKind.NightExemption,
    };

    public static IReadOnlyDictionary<string, AbsenceCertainty> Certainties { get; } = new Dictionary<string, AbsenceCertainty> { ["expected"] = AbsenceCertainty.Expected, ["confirmed"] = AbsenceCertainty.Confirmed };

    public static string CodeOf<T>(this IReadOnlyDictionary<string, T> codes, T value) => codes.Single(pair => EqualityComparer<T>.Default.Equals(pair.Value, value)).Key;
}
