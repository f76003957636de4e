using Handhaving.Capacity.Themes.Balance;
using Handhaving.Capacity.Zones;

namespace Handhaving.Capacity.Themes;

/// <summary>What priorities and zones are made of.</summary>
internal static class ThemeSetup
{
    public static void AddThemes(this IServiceCollection services) =>
        services.AddScoped<ProfileQueries>().AddScoped<ProposeProfile>().AddScoped<GiveOpinion>().AddScoped<BalanceQueries>().AddScoped<ProposePatrolHours>().AddScoped<PutZone>().AddScoped<ZoneQueries>().AddScoped<PatrolNeeds>();
}
