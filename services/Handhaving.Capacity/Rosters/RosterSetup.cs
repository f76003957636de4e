using Handhaving.Capacity.Rosters.Keeping;

namespace Handhaving.Capacity.Rosters;

/// <summary>What rosters are made of.</summary>
internal static class RosterSetup
{
    public static void AddRosters(this IServiceCollection services)
    {
        services.AddScoped<RosterBook>().AddScoped<RosterStore>().AddScoped<RosterWork>();
        services.AddScoped<CreateRoster>().AddScoped<ChangeShifts>().AddScoped<PublishRoster>().AddScoped<RosterActs>().AddScoped<RosterQueries>();
    }
}
