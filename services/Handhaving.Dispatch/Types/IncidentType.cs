using System.Text.Json.Serialization;
using Handhaving.Dispatch.Officers;

namespace Handhaving.Dispatch.Types;

/// <summary>A kind of incident: who may take it, what a unit must be competent in, and the theme of the safety policy it counts for.</summary>
/// <param name="Domains">Fields of powers (domein I-VI) that the crew must hold together, each of them.</param>
/// <param name="Theme">Code of the theme, see <see cref="SafetyTheme"/>.</param>
/// <param name="Equipment">Codes of what the unit must carry; empty for most.</param>
public sealed record IncidentType(
    string Code, string DisplayName, IReadOnlyList<CompetenceDomain> Domains, CrewRule CrewRule, string Theme, int MinimumCrew, Leadership Leadership, IReadOnlyList<string> Equipment)
{
    /// <summary>Its name in English; null where nobody gave one.</summary>
    public string? EnglishDisplayName { get; init; }

    /// <summary>Priority of a report that names none, 1 to 5; null = somebody has to say it.</summary>
    public int? DefaultPriority { get; init; }

    /// <summary>How many minutes it is expected to take; null = by its priority.</summary>
    public int? StayMinutes { get; init; }

    /// <summary>No BOA leads it (C-14, C-40).</summary>
    [JsonIgnore]
    public bool IsPolices => Leadership is Leadership.PoliceOnly;

    /// <summary>A municipality or team made it what it is: an incident keeps it.</summary>
    [JsonIgnore]
    public bool IsOwn { get; init; }

    /// <summary>What an incident keeps of it; null where the list that ships says it.</summary>
    [JsonIgnore]
    public IncidentType? Kept => IsOwn ? this : null;

    /// <summary>Kinds that a person could mean by the same event: what stands before the first dot.</summary>
    public string Family => FamilyOf(Code);

    /// <summary>All that a unit is held against, as one text to compare by.</summary>
    [JsonIgnore]
    public string DemandKey => $"{Code}|{string.Join(',', Domains)}|{CrewRule}|{Leadership}|{string.Join(',', Equipment)}";

    public static string FamilyOf(string code) => code.Split('.', 2)[0];
}
