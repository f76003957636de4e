using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Board;
using Handhaving.Dispatch.Data;
using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Operations;
using Handhaving.Dispatch.Positions;
using Handhaving.Dispatch.Recommendation;
using Handhaving.Dispatch.Units;
using Handhaving.ServiceDefaults.Settings;

namespace Handhaving.Dispatch;

/// <summary>The rpcs that dispatch serves.</summary>
public static class DispatchContract
{
    public static IReadOnlyList<Google.Protobuf.Reflection.ServiceDescriptor> Services { get; } =
    [
        V1.IncidentService.Descriptor, V1.AssignmentService.Descriptor, V1.UnitService.Descriptor, V1.BoardService.Descriptor,
        V1.AuditService.Descriptor, V1.ParkingService.Descriptor, V1.SettingService.Descriptor, V1.CanaryService.Descriptor,
    ];
}

/// <summary>What dispatch is made of.</summary>
public static class DispatchSetup
{
    public static IServiceCollection AddDispatch(this IServiceCollection services)
    {
        services.AddSingleton(IncidentCatalog.Load()).AddSingleton<IncidentWriter>();
        services.AddScoped<ReportIncident>().AddScoped<RecordDisposition>().AddScoped<CloseIncident>().AddScoped<IncidentQueries>().AddScoped<RecommendUnits>();
        services.AddSingleton<OfferTime>().AddScoped<AssignUnit>().AddScoped<ReportProgress>().AddScoped<CrewCheck>().AddHostedService<OfferExpiryJob>();
        services.AddScoped<SignOnUnit>().AddScoped<SignOffUnit>().AddScoped<UnitQueries>();
        services.AddSingleton<UnitPositions>().AddSingleton<UnitsOnDuty>().AddScoped<ReportPositions>();
        services.AddSingleton<PositionShare>().AddHostedService(provider => provider.GetRequiredService<PositionShare>()).AddHostedService<ForgetOffDuty>();
        services.AddSingleton<BoardSnapshot>().AddSingleton<TeamMembers>().AddSingleton<BoardSources>().AddSingleton<OpenBoard>().AddScoped<WatchBoard>();
        services.AddScoped<ParkedMessages>().AddScoped<ChangeSetting>().AddSingleton(new SettingDefinitions(DispatchSettings.All));
        return services;
    }
}
