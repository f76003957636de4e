using Handhaving.Capacity.Themes.Balance;

namespace Handhaving.Capacity.Themes;

/// <summary>What priorities are made of.</summary>
internal static class ThemeSetup
{
    public static void AddThemes(this IServiceCollection services) =>
        services.AddScoped<ProfileQueries>().AddScoped<ProposeProfile>().AddScoped<GiveOpinion>().AddScoped<BalanceQueries>().AddScoped<ProposePatrolHours>();
}
