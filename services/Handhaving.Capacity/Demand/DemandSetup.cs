using Handhaving.Capacity.Demand.Calendar;
using Handhaving.Capacity.Demand.Forecasts;
using Handhaving.Capacity.Demand.Keeping;

namespace Handhaving.Capacity.Demand;

/// <summary>What demand is made of.</summary>
internal static class DemandSetup
{
    public static void AddDemand(this IServiceCollection services)
    {
        services.AddScoped<DemandQueries>().AddScoped<ForecastBook>().AddScoped<ForecastQueries>().AddScoped<SpecialDays>();
        services.AddHostedService<DemandFoldJob>();
    }
}
