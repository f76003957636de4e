using Grpc.Core;
using Handhaving.Dispatch.V1;

namespace Handhaving.EndToEnd.Tests;

/// <summary>A control-room operator's main job through the gateway, on all the real parts (C-09, C-21, C-24).</summary>
public sealed class OperatorsEveningTests(Platform platform)
{
    [Fact]
    public async Task C21_C24_a_report_becomes_a_dispatched_unit_and_another_operator_sees_each_step()
    {
        var mine = await platform.AsAsync("centralist-wm");
        var field = await platform.AsAsync("officer-stein-1");
        using var screen = new BoardService.BoardServiceClient(await platform.AsAsync("centralist-wm-2")).WatchBoard(new() { Parent = "teams/westelijke-mijnstreek" }, cancellationToken: TestContext.Current.CancellationToken);
        await Screen.ReadAsync(screen, message => message.SnapshotEnd is not null);
        var signOn = new SignOnUnitRequest { Name = "municipalities/0971/units/boa-0971-1", RequestId = Job.NewId() };
        signOn.Crew.Add([new CrewMember { Officer = "officer-0971-01" }, new CrewMember { Officer = "officer-0971-02" }]);
        var unit = (await new UnitService.UnitServiceClient(field).SignOnUnitAsync(signOn, Job.Call)).Unit;

        var incident = await Job.ReportAsync(mine, "0971");
        var picks = await new IncidentService.IncidentServiceClient(mine).RecommendUnitsAsync(new() { Name = incident.Name }, Job.Call);
        Assert.Equal(unit.Name, picks.Picks[0].Unit);
        var dispatch = new AssignmentService.AssignmentServiceClient(mine);
        var report = new AssignmentService.AssignmentServiceClient(field);
        var offer = (await dispatch.AssignUnitAsync(new() { Parent = incident.Name, Unit = unit.Name, Etag = incident.Etag, RequestId = Job.NewId() }, Job.Call)).Assignment;
        var own = (await new UnitService.UnitServiceClient(field).GetUnitAsync(new() { Name = unit.Name }, Job.Call)).Unit;
        Assert.Equal((offer.Name, incident.Name), (own.Assignment, (await new IncidentService.IncidentServiceClient(field).GetIncidentAsync(new() { Name = incident.Name }, Job.Call)).Incident.Name));
        using var device = new BoardService.BoardServiceClient(field).WatchUnit(new() { Name = unit.Name }, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(await device.ResponseStream.MoveNext(TestContext.Current.CancellationToken));
        Assert.Equal(incident.Name, device.ResponseStream.Current.Now.Incident.Name);
        Assert.Equal(StatusCode.PermissionDenied, (await Assert.ThrowsAsync<RpcException>(async () => await new IncidentService.IncidentServiceClient(field).ListIncidentsAsync(new() { Parent = "municipalities/0971" }, Job.Call))).StatusCode);
        await report.AcceptAssignmentAsync(new() { Name = offer.Name, RequestId = Job.NewId() }, Job.Call);
        await report.ReportStatusAsync(new() { Name = offer.Name, State = AssignmentState.EnRoute, RequestId = Job.NewId() }, Job.Call);
        await report.ReportStatusAsync(new() { Name = offer.Name, State = AssignmentState.OnScene, RequestId = Job.NewId() }, Job.Call);
        var cleared = (await report.ClearAssignmentAsync(new() { Name = offer.Name, Disposition = "warning", RequestId = Job.NewId() }, Job.Call)).Incident;
        await new IncidentService.IncidentServiceClient(mine).CloseIncidentAsync(new() { Name = incident.Name, Etag = cleared.Etag, RequestId = Job.NewId() }, Job.Call);

        var seen = await Screen.ReadAsync(screen, message => message.Delta?.Removed == incident.Name);
        Assert.Equal(
            [IncidentState.Pending, IncidentState.Pending, IncidentState.Assigned, IncidentState.EnRoute, IncidentState.OnScene, IncidentState.Handled, IncidentState.Closed],
            seen.Where(message => message.Delta?.Item?.Incident?.Name == incident.Name).Select(message => message.Delta.Item.Incident.State));
    }

    [Fact]
    public async Task Kill_9_of_a_replica_under_load_loses_nothing_and_doubles_nothing()
    {
        var mine = await platform.AsAsync("partner-simulator");
        var load = Enumerable.Range(0, 8).Select(worker => Job.ReportManyAsync(mine, "1883", 40)).ToList();
        await Task.WhenAny(load.Select(worker => worker.FirstAccepted));
        platform.Application.KillReplica("dispatch", 0);

        var ledgers = await Task.WhenAll(load.Select(worker => worker.Done));
        await platform.Application.RestartedAsync("dispatch", 1, TestContext.Current.CancellationToken);

        var accepted = ledgers.SelectMany(ledger => ledger).ToList();
        var stored = await Job.AllAsync(mine, "1883");
        Assert.Equal(320, accepted.Count);
        Assert.Empty(accepted.Except(stored));                       // lost
        Assert.Equal(stored.Distinct().Count(), stored.Count);       // doubled
        Assert.Equal(accepted.Order(), stored.Where(accepted.ToHashSet().Contains).Order());
        Assert.Equal(320, stored.Count);
    }
}
