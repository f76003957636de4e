using Google.Rpc;
using Grpc.Core;
using Grpc.Net.Client;
using Handhaving.Testing.Identity;

namespace Handhaving.Capacity.Tests.Service;

/// <summary>Somebody who calls capacity, on one of its replicas.</summary>
public sealed class Person(CapacityRegion region, GrpcChannel channel, string subject, string[] roles, string[] municipalities, string[] teams)
{
    public Person(CapacityRegion region, GrpcChannel channel, string subject, string role, string[] municipalities, string[] teams) : this(region, channel, subject, [role], municipalities, teams)
    {
    }

    public static Person Planner(CapacityRegion region, int replica = 0) => new(region, region.Replica(replica), "planner-wm-01", "planner", ["0888", "0971", "1883"], ["westelijke-mijnstreek"]);

    public static Person PlannerOfLandgraaf(CapacityRegion region) => new(region, region.Replica(0), "planner-bl-01", "planner", ["0965", "0986", "1954", "0899", "0882"], ["brunssum-landgraaf"]);

    public static Person PermitOfficer(CapacityRegion region, int replica = 0) => new(region, region.Replica(replica), "permit-officer-0888-01", "permit-officer", ["0888"], []);

    public static Person PoliceChief(CapacityRegion region, int replica = 0) => new(region, region.Replica(replica), "police-chief-wm-01", "police-chief", [], ["westelijke-mijnstreek"]);

    public static Person Mayor(CapacityRegion region, string municipality = "0888", int replica = 0) => new(region, region.Replica(replica), $"mayor-{municipality}-01", "mayor", [municipality], []);

    public static Person Prosecutor(CapacityRegion region, int replica = 0) => new(region, region.Replica(replica), "prosecutor-01", "prosecutor", ["0888", "0971", "1883", "0965", "0986", "1954", "0899", "0882"], ["westelijke-mijnstreek", "brunssum-landgraaf"]);

    public static Person Auditor(CapacityRegion region) => new(region, region.Replica(0), "auditor-wm-01", "auditor", ["0888", "0971", "1883"], ["westelijke-mijnstreek"]);

    public static Person Administrator(CapacityRegion region, string municipality) => new(region, region.Replica(0), $"admin-{municipality}-01", "functional-admin", [municipality], []);

    public string Municipality => municipalities[0];

    public V1.ActivityService.ActivityServiceClient Activities { get; } = new(channel);

    public V1.AuditService.AuditServiceClient Audit { get; } = new(channel);

    public V1.DemandService.DemandServiceClient Demand { get; } = new(channel);

    public V1.JointCheckService.JointCheckServiceClient JointChecks { get; } = new(channel);

    public V1.LedgerService.LedgerServiceClient Ledger { get; } = new(channel);

    public V1.NoticeService.NoticeServiceClient Notices { get; } = new(channel);

    public V1.PeopleService.PeopleServiceClient People { get; } = new(channel);

    public V1.PresenceService.PresenceServiceClient Presence { get; } = new(channel);

    public V1.PriorityService.PriorityServiceClient Priorities { get; } = new(channel);

    public V1.ReservationService.ReservationServiceClient Reservations { get; } = new(channel);

    public V1.RetentionService.RetentionServiceClient Retention { get; } = new(channel);

    public V1.StaffingService.StaffingServiceClient Staffing { get; } = new(channel);

    public V1.RosterService.RosterServiceClient Rosters { get; } = new(channel);

    public V1.TriangleService.TriangleServiceClient Triangle { get; } = new(channel);

    public V1.ZoneService.ZoneServiceClient Zones { get; } = new(channel);

    /// <summary>Asks, and again under the same request id while others are in the way, as the contract says.</summary>
    public async Task<V1.CapacityReservation> AskAsync(V1.RequestDeploymentRequest request)
    {
        while (true)
        {
            try
            {
                return (await Reservations.RequestDeploymentAsync(request, Call)).Reservation;
            }
            catch (RpcException busy) when (busy.StatusCode is StatusCode.Aborted)
            {
                TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            }
        }
    }

    /// <summary>Headers and deadline of a unary call.</summary>
    public CallOptions Call => new(new() { { "authorization", "Bearer " + region.Issuer.Token(subject, roles, municipalities, teams) } }, DateTime.UtcNow.AddSeconds(60), TestContext.Current.CancellationToken);
}

/// <summary>What a failed call said.</summary>
public static class Failure
{
    /// <returns>Why it was refused; empty when it was not.</returns>
    public static async Task<string> ReasonAsync<T>(AsyncUnaryCall<T> call)
    {
        try
        {
            await call;
            return "";
        }
        catch (RpcException failed)
        {
            return failed.GetRpcStatus()?.GetDetail<ErrorInfo>()?.Reason ?? $"no reason: {failed.Status}";
        }
    }
}
