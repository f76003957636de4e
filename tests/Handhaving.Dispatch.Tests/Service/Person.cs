using Google.Rpc;
using Grpc.Core;
using Handhaving.Testing.Identity;

namespace Handhaving.Dispatch.Tests.Service;

/// <summary>Somebody who calls dispatch, on one of its replicas.</summary>
public sealed class Person(DispatchRegion region, Grpc.Net.Client.GrpcChannel channel, string subject, string role, string[] municipalities, string[] teams)
{
    public Person(DispatchRegion region, string subject, string role, string[] municipalities, string[] teams)
        : this(region, region.Replica(0), subject, role, municipalities, teams) { }

    public static Person Centralist(DispatchRegion region, int replica = 0) => new(region, region.Replica(replica), "centralist-wm-01", "centralist", ["0888", "0971", "1883"], ["westelijke-mijnstreek"]);

    public static Person OtherCentralist(DispatchRegion region, int replica = 1) => new(region, region.Replica(replica), "centralist-wm-02", "centralist", ["0888", "0971", "1883"], ["westelijke-mijnstreek"]);

    public static Person FromLandgraaf(DispatchRegion region) => new(region, "centralist-bl-01", "centralist", ["0965", "0986", "1954", "0899", "0882"], ["brunssum-landgraaf"]);

    public static Person BeekOnly(DispatchRegion region, string role = "centralist") => new(region, "beek-01", role, ["0888"], []);

    public string Subject => subject;

    public V1.IncidentService.IncidentServiceClient Incidents { get; } = new(channel);

    public V1.AssignmentService.AssignmentServiceClient Assignments { get; } = new(channel);

    public V1.LoanService.LoanServiceClient Loans { get; } = new(channel);

    public V1.UnitService.UnitServiceClient Units { get; } = new(channel);

    public V1.BoardService.BoardServiceClient Board { get; } = new(channel);

    public V1.AuditService.AuditServiceClient Audit { get; } = new(channel);

    public V1.ParkingService.ParkingServiceClient Parking { get; } = new(channel);

    public V1.CanaryService.CanaryServiceClient Canary { get; } = new(channel);

    public V1.SettingService.SettingServiceClient Settings { get; } = new(channel);

    public V1.AreaService.AreaServiceClient Areas { get; } = new(channel);

    public V1.DeviceService.DeviceServiceClient Devices { get; } = new(channel);

    /// <summary>All lines of a chain that a page by page reading gives.</summary>
    public async Task<IReadOnlyList<Handhaving.Access.V1.AuditEntry>> EntriesAsync(string chain)
    {
        List<Handhaving.Access.V1.AuditEntry> entries = [];
        V1.ListEntriesResponse page = new();
        do
        {
            page = await Audit.ListEntriesAsync(new() { Parent = chain, PageSize = 1000, PageToken = page.NextPageToken }, Call);
            entries.AddRange(page.Entries);
        } while (page.NextPageToken.Length > 0);
        return entries;
    }

    /// <summary>Headers and deadline of a unary call.</summary>
    public CallOptions Call => new(Headers, DateTime.UtcNow.AddSeconds(20), TestContext.Current.CancellationToken);

    /// <summary>Headers of a stream, which needs no deadline.</summary>
    public Metadata Headers => new() { { "authorization", "Bearer " + region.Issuer.Token(subject, [role], municipalities, teams) } };
}

/// <summary>What a failed call said.</summary>
public sealed record Failure(StatusCode Code, string Reason, string Dutch)
{
    public static async Task<Failure> OfAsync<T>(AsyncUnaryCall<T> call)
    {
        var failed = await Assert.ThrowsAsync<RpcException>(async () => await call);
        return Of(failed);
    }

    /// <summary>What the reason of a refusal is about, by key.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> MetadataAsync<T>(AsyncUnaryCall<T> call)
    {
        var failed = await Assert.ThrowsAsync<RpcException>(async () => await call);
        return failed.GetRpcStatus()?.GetDetail<ErrorInfo>()?.Metadata.ToDictionary() ?? [];
    }

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
            return Of(failed).Reason;
        }
    }

    public static Failure Of(RpcException failed)
    {
        var status = failed.GetRpcStatus() ?? throw new Xunit.Sdk.XunitException($"No details on {failed.Status}.");
        return new(failed.StatusCode, status.GetDetail<ErrorInfo>()?.Reason ?? "", status.GetDetail<LocalizedMessage>()?.Message ?? "");
    }
}
