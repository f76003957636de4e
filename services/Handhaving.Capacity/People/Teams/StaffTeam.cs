using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Capacity.People.Teams;

/// <summary>Kind of a team of people.</summary>
public enum StaffTeamKind { Boa = 1, Police, Football }

/// <summary>Funded posts of one function (formatie), in people.</summary>
public sealed record StaffPosts(string Function, int Established);

/// <summary>People who work together; data.</summary>
public sealed record StaffTeam(TenantId Owner, string Id, string DisplayName, StaffTeamKind Kind, IReadOnlyList<TenantId> Municipalities, IReadOnlyList<StaffPosts> Posts)
{
    public string Name => $"{Owner.Name}/staffTeams/{Id}";
}
