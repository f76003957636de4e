using System.Globalization;
using Handhaving.Capacity.Rostering.Problem;

namespace Handhaving.Capacity.Rostering.Gaps;

/// <summary>A shift with too few people, and for each person the first reason why not: all people are accounted for.</summary>
/// <param name="Missing">People too few.</param>
/// <param name="Qualified">People who could do this kind of work, apart from everything else; the reasons sum to it.</param>
public sealed record OpenShift(int Day, ShiftKindName Kind, int Missing, int Qualified, IReadOnlyDictionary<GapReason, int> Reasons)
{
    /// <summary>People who cannot do this kind of work at all.</summary>
    public required int NotQualified { get; init; }

    /// <summary>All people that were looked at.</summary>
    public int People => Qualified + NotQualified;

    /// <summary>What a planner reads: "9 bevoegd: 4 rust, 3 verlof, 2 akte; 5 niet bevoegd".</summary>
    public string Dutch => string.Create(CultureInfo.InvariantCulture, $"{Qualified} bevoegd")
        + (Reasons.Count == 0 ? "" : ": " + string.Join(", ", Reasons.OrderByDescending(r => r.Value).ThenBy(r => r.Key).Select(r => $"{r.Value} {Word(r.Key)}")))
        + (NotQualified == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"; {NotQualified} niet bevoegd"));

    private static string Word(GapReason reason) => reason switch
    {
        GapReason.Here => "werkt deze dienst al",
        GapReason.OtherShift => "andere dienst",
        GapReason.NoAppointment => "akte",
        GapReason.OutsideTerritory => "grondgebied",
        GapReason.Leave => "verlof",
        GapReason.Absent => "afwezig",
        GapReason.NightExempt => "vrijgesteld van nachtdienst",
        GapReason.Pinned => "dag staat vast",
        GapReason.Rest => "rust",
        GapReason.Hours => "uren of aantal diensten",
        GapReason.Weekends => "weekenden",
        GapReason.DearerElsewhere => "kan, maar kost elders meer",
        _ => throw new System.Diagnostics.UnreachableException($"{reason}"),
    };
}
