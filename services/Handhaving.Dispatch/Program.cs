using Handhaving.Dispatch;
using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Board;
using Handhaving.Dispatch.Data;
using Handhaving.Dispatch.Data.Seed;
using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Operations;
using Handhaving.Dispatch.Statistics;
using Handhaving.Dispatch.Units;
using Handhaving.Events.Dispatch;
using Handhaving.ServiceDefaults;
using Handhaving.ServiceDefaults.Bus;

if (args is ["migrate", ..]) return await Migration.RunAsync(args);

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults<DispatchDb>("dispatch", DispatchContract.Services);
builder.AddBus(typeof(IDispatchFact).Assembly, (typeof(FactCountConsumer), FactCountConsumer.Queue));
builder.Services.AddDispatch();

var app = builder.Build();
app.MapServiceDefaults();
app.MapGrpcService<IncidentRpc>();
app.MapGrpcService<AssignmentRpc>();
app.MapGrpcService<UnitRpc>();
app.MapGrpcService<BoardRpc>();
app.MapGrpcService<AuditRpc>();
app.MapGrpcService<ParkingRpc>();
app.MapGrpcService<SettingRpc>();
await app.RunAsync();
return 0;
