using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Handhaving.Dispatch.V1;

namespace Handhaving.Gateway.Tests.Support;

/// <summary>Incidents whose name says how the call goes.</summary>
public sealed class ReplicaIncidents(Replica replica) : IncidentService.IncidentServiceBase
{
    public const string Any = "municipalities/0888/incidents/any";
    public const string Hanging = "municipalities/0888/incidents/hanging";
    public const string Refused = "municipalities/0888/incidents/refused";

    /// <summary>The error of <see cref="Refused"/>, with details of its own.</summary>
    public static readonly Google.Rpc.Status Refusal = new()
    {
        Code = (int)StatusCode.Aborted,
        Message = "Unit is taken: 50 % of calls, café.",
        Details = { Google.Protobuf.WellKnownTypes.Any.Pack(new ErrorInfo { Domain = "handhaving", Reason = "UNIT_ALREADY_ASSIGNED", Metadata = { ["winner"] = "incident-2" } }) },
    };

    public override async Task<GetIncidentResponse> GetIncident(GetIncidentRequest request, ServerCallContext context)
    {
        switch (request.Name)
        {
            case Refused:
                throw Refusal.ToRpcException();
            case Hanging:
                await UntilCancelledAsync(context.CancellationToken);
                break;
        }
        return new() { Incident = new() { Name = request.Name, Number = replica.Port.ToString(provider: null) } };
    }

    public override Task<ReportIncidentResponse> ReportIncident(ReportIncidentRequest request, ServerCallContext context) =>
        Task.FromResult(new ReportIncidentResponse { Incident = new() { Name = Any, ReportTime = Timestamp.FromDateTime(DateTime.UnixEpoch) } });

    private async Task UntilCancelledAsync(CancellationToken cancellation)
    {
        try
        {
            await Task.Delay(Timeout.Infinite, cancellation);
        }
        catch (OperationCanceledException)
        {
            replica.WasCancelled();
            throw;
        }
    }
}
