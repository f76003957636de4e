using Handhaving.Dispatch.Areas;
using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Board;
using Handhaving.Dispatch.Canary;
using Handhaving.Dispatch.Data;
using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Incidents.Calls;
using Handhaving.Dispatch.Loans;
using Handhaving.Dispatch.Officers;
using Handhaving.Dispatch.Operations;
using Handhaving.Dispatch.Operations.Parked;
using Handhaving.Dispatch.Plans;
using Handhaving.Dispatch.Priorities;
using Handhaving.Dispatch.Statistics;
using Handhaving.Dispatch.Units;
using Handhaving.Dispatch.Waking;
using Handhaving.Events.Dispatch;
using Handhaving.ServiceDefaults;
using Handhaving.ServiceDefaults.Bus;

namespace Handhaving.Dispatch;

/// <summary>The service as one value, so that a test runs the same as a process does.</summary>
public static class DispatchApp
{
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory, ApplicationName = typeof(DispatchApp).Assembly.GetName().Name });
        builder.AddServiceDefaults<DispatchDb>("dispatch", DispatchContract.Services);
        builder.AddBus(typeof(IDispatchFact).Assembly, (typeof(FactCountConsumer), FactCountConsumer.Name), (typeof(OfferWakeConsumer), OfferWakeConsumer.Name),
            (typeof(OfficerCopyConsumer), OfficerCopyConsumer.Name), (typeof(PlannedRosterConsumer), PlannedRosterConsumer.Name),
            (typeof(PriorityCopyConsumer), PriorityCopyConsumer.Name), (typeof(ZoneCopyConsumer), ZoneCopyConsumer.Name));
        builder.Services.AddDispatch(builder.Configuration);
        builder.AddCanary();
        var app = builder.Build();
        app.MapServiceDefaults();
        app.MapGrpcService<IncidentRpc>();
        app.MapGrpcService<AssignmentRpc>();
        app.MapGrpcService<LoanRpc>();
        app.MapGrpcService<UnitRpc>();
        app.MapGrpcService<BoardRpc>();
        app.MapGrpcService<AuditRpc>();
        app.MapGrpcService<ParkingRpc>();
        app.MapGrpcService<SettingRpc>();
        app.MapGrpcService<CanaryRpc>();
        app.MapGrpcService<AreaRpc>();
        app.MapGrpcService<DeviceRpc>();
        return app;
    }
}
