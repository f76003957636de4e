using Handhaving.Capacity.Themes;
using Handhaving.Capacity.Themes.Balance;
using Handhaving.Capacity.Triangle.Decisions;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Capacity.Tests.Themes;

/// <summary>Priorities of Beek.</summary>
internal static class Given
{
    public static readonly TenantId Beek = new("0888");
    public static readonly DateTimeOffset Now = new(2026, 11, 30, 12, 0, 0, TimeSpan.Zero);

    public static PriorityTheme Theme(string code, int weight, string family, params string[] areas) => new(code, code, weight, "kadernota", family.Length > 0 ? [family] : [], areas);

    public static ProfileProposal Proposal(params PriorityTheme[] themes) => new("Kadernota 2023-2026", new(2023, 1, 1), new(2026, 12, 31), themes, "raadsbesluit");

    public static PriorityProfile Profile(params PriorityTheme[] themes) => new()
    {
        Name = new(Beek, 1), Proposal = Proposal(themes), Seats = [new(TriangleRole.Mayor, Beek)], ProposedBy = "planner", ProposedAt = Now,
    };

    public static WorkedHours Worked(string area, string family, double hours, int arrivals = 1) => new("0888", area, family, hours, 0, arrivals);
}
