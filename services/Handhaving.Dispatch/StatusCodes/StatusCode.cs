using Handhaving.Dispatch.Units;

namespace Handhaving.Dispatch.StatusCodes;

/// <summary>What a status code does: fixed, whatever a municipality calls it.</summary>
public enum StatusMeaning { Available = 1, Patrolling, UnderWay, OnScene, JobDone, Transporting, SpeechRequest, SpeechUrgent, IncidentReport, Break, OutOfService, OffDuty }

/// <summary>A code that a unit reports with; a municipality's or team's own.</summary>
/// <param name="AllowedNext">Codes that may follow while the unit has this one; empty = all.</param>
/// <param name="WarnSeconds">After so many seconds in it the screen warns; 0 = never.</param>
/// <param name="AlertSeconds">After so many seconds in it the screen alerts; 0 = never.</param>
/// <param name="Kinds">Kinds of unit that have it; empty = all.</param>
public sealed record StatusCode(
    string Code, string Label, StatusMeaning Meaning, bool ReportableByUnit, IReadOnlyList<string> AllowedNext, int WarnSeconds, int AlertSeconds, IReadOnlyList<UnitKind> Kinds)
{
    /// <summary>It moves or marks the unit's assignment.</summary>
    public bool IsAboutJob => Meaning is StatusMeaning.UnderWay or StatusMeaning.OnScene or StatusMeaning.JobDone or StatusMeaning.Transporting;

    public bool IsFor(UnitKind kind) => Kinds.Count == 0 || Kinds.Contains(kind);
}
