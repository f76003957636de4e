namespace Handhaving.Capacity.Queueing.Planning;

/// <summary>What staffing is made of.</summary>
internal static class StaffingSetup
{
    public static void AddStaffing(this IServiceCollection services) => services.AddScoped<ExpectCalls>().AddScoped<SizeUnits>().AddScoped<AnalyseRegion>();
}
