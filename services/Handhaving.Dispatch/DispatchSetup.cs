using Handhaving.Dispatch.Areas;
using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Assignments.Terms;
using Handhaving.Dispatch.Board;
using Handhaving.Dispatch.Board.OneUnit;
using Handhaving.Dispatch.Board.Opening;
using Handhaving.Dispatch.Data;
using Handhaving.Dispatch.Duties;
using Handhaving.Dispatch.Fleet;
using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Incidents.Acts;
using Handhaving.Dispatch.Incidents.Calls;
using Handhaving.Dispatch.Incidents.Reading;
using Handhaving.Dispatch.Loans;
using Handhaving.Dispatch.Officers;
using Handhaving.Dispatch.Operations;
using Handhaving.Dispatch.Operations.Parked;
using Handhaving.Dispatch.Plans;
using Handhaving.Dispatch.Positions;
using Handhaving.Dispatch.Positions.Collected;
using Handhaving.Dispatch.Positions.Judging;
using Handhaving.Dispatch.Presence;
using Handhaving.Dispatch.Priorities;
using Handhaving.Dispatch.Recommendation;
using Handhaving.Dispatch.Recommendation.Searching;
using Handhaving.Dispatch.Recommendation.Storing;
using Handhaving.Dispatch.Recommendation.Travel;
using Handhaving.Dispatch.StatusCodes;
using Handhaving.Dispatch.Types;
using Handhaving.Dispatch.Units;
using Handhaving.Dispatch.Waking;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Health;
using Handhaving.ServiceDefaults.Settings;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Handhaving.Dispatch;

/// <summary>The rpcs that dispatch serves.</summary>
public static class DispatchContract
{
    public static IReadOnlyList<Google.Protobuf.Reflection.ServiceDescriptor> Services { get; } =
    [
        V1.IncidentService.Descriptor, V1.AssignmentService.Descriptor, V1.UnitService.Descriptor, V1.BoardService.Descriptor,
        V1.AuditService.Descriptor, V1.ParkingService.Descriptor, V1.SettingService.Descriptor, V1.CanaryService.Descriptor, V1.AreaService.Descriptor, V1.LoanService.Descriptor,
        V1.DeviceService.Descriptor,
    ];
}

/// <summary>What dispatch is made of.</summary>
public static class DispatchSetup
{
    public static IServiceCollection AddDispatch(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddIncidents();
        services.AddAssignments();
        services.AddDuties();
        services.AddPositions();
        services.AddRecommendation(configuration);
        services.AddBoard(configuration);
        services.AddAreas();
        services.AddOperations();
        services.AddWaking(configuration);
        return services;
    }

    private static void AddIncidents(this IServiceCollection services)
    {
        services.AddSingleton(IncidentCatalog.Shipped).AddSingleton<IncidentWriter>();
        services.AddScoped<ActOnIncident>().AddScoped<ReportIncident>().AddScoped<EditIncident>().AddScoped<PauseIncident>().AddScoped<EndIncident>().AddScoped<IncidentActs>();
        services.AddScoped<IncidentQueries>().AddScoped<FindDuplicates>().AddScoped<ReadReporter>().AddScoped<IncidentReads>();
        services.AddSingleton<RestrictedIncidents>().AddSingleton<RestrictedRight>(provider => provider.GetRequiredService<RestrictedIncidents>().SightAsync);
        services.AddSingleton<IncidentTimerJob>().AddHostedService(provider => provider.GetRequiredService<IncidentTimerJob>());
    }

    private static void AddAssignments(this IServiceCollection services)
    {
        services.AddSingleton<ReadTerms>().AddScoped<AssignUnit>().AddScoped<PreemptAssignment>().AddScoped<ReportProgress>().AddScoped<CrewCheck>().AddHostedService<OfferExpiryJob>();
        services.AddScoped<LoanQueries>().AddScoped<RefuseLoan>();
        services.AddSingleton<CrewTasks>().AddSingleton<TaskRight>(provider => provider.GetRequiredService<CrewTasks>().HasTaskAsync);
    }

    private static void AddDuties(this IServiceCollection services)
    {
        services.AddScoped<PlanBook>().AddScoped<PlanQueries>().AddScoped<SignOnUnit>().AddScoped<SignOffUnit>().AddScoped<UnitQueries>();
        services.AddScoped<DutyWriter>().AddScoped<ChangeActivity>().AddScoped<AnswerCalls>().AddScoped<ExtendDuty>().AddScoped<DutyTimes>().AddScoped<DutyActs>();
        services.AddSingleton<DutyEndJob.Shown>().AddSingleton<DutyEndJob>().AddHostedService(provider => provider.GetRequiredService<DutyEndJob>());
        services.AddScoped<StatusDesk>().AddScoped<ReportUnitStatus>().AddScoped<StatusCodeQueries>().AddScoped<OfficerQueries>().AddScoped<UnitReads>();
    }

    private static void AddPositions(this IServiceCollection services)
    {
        services.AddSingleton(provider => new UnitPositions(StaleAfter(provider.GetRequiredService<IConfiguration>()))).AddHostedService<StaleFixJob>();
        services.AddSingleton<UnitsOnDuty>().AddSingleton<PositionTrail>().AddSingleton<PositionDoubts>().AddSingleton<FixJudge>().AddScoped<ReportPositions>().AddScoped<StreamPositions>();
        services.AddSingleton<PresenceJob.Seen>().AddSingleton<PresenceJob>().AddHostedService(provider => provider.GetRequiredService<PresenceJob>());
        services.AddSingleton<PositionShare>().AddHostedService(provider => provider.GetRequiredService<PositionShare>()).AddHostedService<ForgetOffDuty>();
    }

    private static void AddRecommendation(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<UnitFleet>().AddSingleton<FleetQuery>().AddSingleton<FleetTurns>();
        services.AddSingleton<FleetKeeper>().AddHostedService(provider => provider.GetRequiredService<FleetKeeper>());
        services.AddHealthChecks().AddCheck<FleetCheck>("fleet", HealthStatus.Degraded, [HealthTags.Degraded]);
        var routing = configuration.GetSection("Routing").Get<RoutingOptions>() ?? new();
        services.AddSingleton(routing).AddSingleton<RouterRest>();
        services.AddHttpClient<RoadRouter>(client => client.BaseAddress = routing.Url);
        services.AddSingleton<RecommendationStore>().AddSingleton<FleetSearch>().AddScoped<RoutedTravel>();
        services.AddScoped<PrepareQuestion>().AddScoped<RecommendUnits>().AddScoped<RecommendationQueries>();
        services.AddScoped<PriorityBook>().AddScoped<RecommendQueue>();
    }

    private static void AddBoard(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(configuration.GetSection("Board").Get<BoardLimits>() ?? new());
        services.AddSingleton<BoardSnapshot>().AddSingleton<SharedSnapshots>().AddSingleton<TeamMembers>();
        services.AddSingleton<OpeningTrail>().AddSingleton<OpeningLines>().AddSingleton<ResumePoints>().AddSingleton<OpenBoard>();
        services.AddSingleton<BoardSources>().AddScoped<WatchBoard>().AddSingleton<ReadUnitNow>().AddSingleton<UnitStreams>().AddScoped<WatchUnit>();
    }

    private static void AddAreas(this IServiceCollection services)
    {
        services.AddSingleton<AreaIndex>().AddHostedService<AreaRefreshJob>().AddScoped<AreaQueries>().AddScoped<OwnerNames>();
        services.AddHealthChecks().AddCheck<AreaCheck>("areas", HealthStatus.Degraded, [HealthTags.Degraded]);
    }

    private static void AddOperations(this IServiceCollection services)
    {
        services.AddScoped<ParkedMessages>().AddScoped<ReplayParked>().AddScoped<DiscardParked>();
        services.AddScoped<ChangeSetting>().AddSingleton<KindCheck>().AddSingleton(new SettingDefinitions(DispatchSettings.All)).AddSingleton<TenantSettings>();
    }

    private static TimeSpan StaleAfter(IConfiguration configuration) =>
        configuration.GetValue<int?>("Positions:StaleFixSeconds") is { } seconds and >= 15 and <= 1800
            ? TimeSpan.FromSeconds(seconds)
            : throw new InvalidOperationException("Positions:StaleFixSeconds must be 15 to 1800.");
}
