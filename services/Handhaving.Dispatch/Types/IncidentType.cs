using Handhaving.Dispatch.Officers;

namespace Handhaving.Dispatch.Types;

/// <summary>Who takes an incident and may lead it (C-14, C-40).</summary>
/// <remarks>A BOA never leads what is the police's alone; liveability goes to BOAs first, so that police hours stay for what only police can do.</remarks>
public enum Leadership { PoliceOnly = 1, BoaFirst, Either }

/// <summary>How many of a crew must hold the competence.</summary>
public enum CrewRule { OneMember = 1, AllMembers }

/// <summary>A kind of incident: who may take it, what a unit must be competent in, and the theme of the safety policy it counts for.</summary>
/// <param name="Domains">Fields of powers (domein I-VI) that the crew must hold together, each of them.</param>
/// <param name="Theme">Code of the theme, see <see cref="SafetyTheme"/>.</param>
/// <param name="Equipment">Codes of what the unit must carry; empty for most.</param>
public sealed record IncidentType(
    string Code, string DisplayName, IReadOnlyList<CompetenceDomain> Domains, CrewRule CrewRule, string Theme, int MinimumCrew, Leadership Leadership, IReadOnlyList<string> Equipment)
{
    /// <summary>Kinds that a person could mean by the same event: what stands before the first dot.</summary>
    public string Family => FamilyOf(Code);

    public static string FamilyOf(string code) => code.Split('.', 2)[0];
}
