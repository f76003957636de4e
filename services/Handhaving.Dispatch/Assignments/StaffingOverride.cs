namespace Handhaving.Dispatch.Assignments;

/// <summary>Rules of staffing that a supervisor set aside for one assignment, and why (dispatch 5): too small a crew, a duty that is over. Never a power, territory, date, equipment, break or slot.</summary>
/// <param name="Rules">Reasons of the rules set aside, for example <c>CREW_TOO_SMALL</c>.</param>
public sealed record StaffingOverride(string Reason, IReadOnlyList<string> Rules)
{
    /// <summary>Held by supervisors.</summary>
    public const string Permission = "dispatch.assignments.override";

    /// <summary>For the history.</summary>
    public string Remark => $"Opzijgezet ({string.Join(", ", Rules.Select(rule => rule == AssignmentRules.CrewLargeEnough.Reason ? "bezetting" : "einde dienst"))}): {Reason}";
}
