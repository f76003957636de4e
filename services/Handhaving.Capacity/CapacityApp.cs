using Handhaving.Capacity.Activities;
using Handhaving.Capacity.Checks;
using Handhaving.Capacity.Data;
using Handhaving.Capacity.Demand;
using Handhaving.Capacity.Ledger;
using Handhaving.Capacity.Ledger.Keeping;
using Handhaving.Capacity.Notices;
using Handhaving.Capacity.Operations;
using Handhaving.Capacity.People;
using Handhaving.Capacity.Presence;
using Handhaving.Capacity.Queueing.Planning;
using Handhaving.Capacity.Reservations;
using Handhaving.Capacity.Reservations.Keeping;
using Handhaving.Capacity.Reservations.Staffing;
using Handhaving.Capacity.Retention;
using Handhaving.Capacity.Rosters;
using Handhaving.Capacity.Rosters.Worked;
using Handhaving.Capacity.Statistics;
using Handhaving.Capacity.Themes;
using Handhaving.Capacity.Triangle;
using Handhaving.Capacity.Triangle.Conflicts;
using Handhaving.Capacity.Triangle.Decisions;
using Handhaving.Capacity.Triangle.Keeping;
using Handhaving.Capacity.Zones;
using Handhaving.Events.Capacity;
using Handhaving.ServiceDefaults;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Bus;

namespace Handhaving.Capacity;

/// <summary>The rpcs that capacity serves.</summary>
public static class CapacityContract
{
    public static IReadOnlyList<Google.Protobuf.Reflection.ServiceDescriptor> Services { get; } = [V1.LedgerService.Descriptor, V1.ReservationService.Descriptor, V1.PeopleService.Descriptor, V1.TriangleService.Descriptor, V1.RosterService.Descriptor, V1.DemandService.Descriptor, V1.StaffingService.Descriptor, V1.PriorityService.Descriptor, V1.ZoneService.Descriptor, V1.ActivityService.Descriptor, V1.PresenceService.Descriptor, V1.JointCheckService.Descriptor, V1.RetentionService.Descriptor, V1.NoticeService.Descriptor, V1.AuditService.Descriptor];
}

/// <summary>The service as one value, so that a test runs the same as a process does.</summary>
public static class CapacityApp
{
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory, ApplicationName = typeof(CapacityApp).Assembly.GetName().Name });
        builder.AddServiceDefaults<CapacityDb>("capacity", CapacityContract.Services);
        builder.AddBus(typeof(ICapacityFact).Assembly, (typeof(FactCountConsumer), FactCountConsumer.Name), (typeof(CallConsumer), CallConsumer.Name), (typeof(WorkConsumer), WorkConsumer.Name), (typeof(DutyFactConsumer), DutyFactConsumer.Name), (typeof(PresenceConsumer), PresenceConsumer.Name), (typeof(NoticeConsumer), NoticeConsumer.Name));
        builder.Services.AddScoped<LedgerQueries>().AddScoped<OwnerQueries>().AddScoped<StrengthStore>().AddScoped<ReportStrength>().AddScoped<ChangeWaterline>();
        builder.Services.AddScoped<CaseStore>().AddScoped<RequestDeployment>().AddScoped<ActOnReservation>().AddScoped<ReservationQueries>().AddScoped<RosteredBook>().AddHostedService<HoldExpiryJob>();
        builder.Services.AddPeople(builder.Configuration);
        builder.Services.AddDemand();
        builder.Services.AddStaffing();
        builder.Services.AddThemes();
        builder.Services.AddScoped<ActivityQueries>().AddScoped<ChangeActivity>().AddScoped<PresenceQueries>().AddScoped<PutNorm>();
        builder.Services.AddScoped<CheckQueries>().AddScoped<PlanCheck>().AddScoped<ActOnCheck>().AddScoped<FileFinding>();
        builder.Services.AddScoped<NoticeQueries>().AddScoped<RetentionTerms>().AddHostedService<RetentionJob>();
        builder.Services.AddRosters();
        builder.Services.AddSingleton<TriangleTasks>().AddSingleton<TaskRight>(provider => provider.GetRequiredService<TriangleTasks>().HasTaskAsync);
        builder.Services.AddScoped<SituationStore>().AddScoped<RaiseConflict>().AddScoped<ConflictQueries>();
        builder.Services.AddScoped<ProposeDecision>().AddScoped<ProposeWaterline>().AddScoped<ActOnDecision>().AddScoped<CastVote>().AddScoped<DecisionQueries>().AddScoped<TriangleReads>();
        var app = builder.Build();
        app.MapServiceDefaults();
        app.MapGrpcService<LedgerRpc>();
        app.MapGrpcService<ReservationRpc>();
        app.MapGrpcService<PeopleRpc>();
        app.MapGrpcService<TriangleRpc>();
        app.MapGrpcService<DemandRpc>();
        app.MapGrpcService<StaffingRpc>();
        app.MapGrpcService<PriorityRpc>();
        app.MapGrpcService<ZoneRpc>();
        app.MapGrpcService<ActivityRpc>();
        app.MapGrpcService<PresenceRpc>();
        app.MapGrpcService<CheckRpc>();
        app.MapGrpcService<NoticeRpc>();
        app.MapGrpcService<RetentionRpc>();
        app.MapGrpcService<RosterRpc>();
        app.MapGrpcService<AuditRpc>();
        return app;
    }
}
