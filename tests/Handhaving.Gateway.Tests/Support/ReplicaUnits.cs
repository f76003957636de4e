using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Handhaving.Dispatch.V1;
using Handhaving.ServiceDefaults.Access;

namespace Handhaving.Gateway.Tests.Support;

/// <summary>Acknowledges each batch of positions; some parents' are refused, looked at first, or answered by beats for a while.</summary>
public sealed class ReplicaUnits : UnitService.UnitServiceBase
{
    public const string Refused = "municipalities/0899";
    public const string Beating = "municipalities/0965";
    public const int Beats = 12;

    /// <summary>Is answered with trailers larger than a client takes by itself.</summary>
    public const string Wordy = "municipalities/0882";

    /// <summary>Its batches have the form of the contract, or are refused.</summary>
    public const string Strict = "municipalities/0971";

    private const int WordyBytes = 200 * 1024;
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(250);

    private static readonly Google.Rpc.Status Refusal = new()
    {
        Code = (int)StatusCode.NotFound,
        Message = "Not here.",
        Details =
        {
            Any.Pack(new ErrorInfo { Domain = "handhaving", Reason = "NOT_FOUND" }),
            Any.Pack(new LocalizedMessage { Locale = "nl", Message = "Dit is niet gevonden." }),
        },
    };

    public override Task<ReportPositionsResponse> ReportPositions(ReportPositionsRequest request, ServerCallContext context)
    {
        FieldRules.Require(request);
        if (request.Parent == Wordy) context.ResponseTrailers.Add("x-words", new string('x', WordyBytes));
        return Task.FromResult(new ReportPositionsResponse { AcceptedCount = request.Fixes.Count });
    }

    public override async Task StreamPositions(
        IAsyncStreamReader<StreamPositionsRequest> requestStream, IServerStreamWriter<StreamPositionsResponse> responseStream, ServerCallContext context)
    {
        await foreach (var batch in requestStream.ReadAllAsync(context.CancellationToken))
        {
            if (batch.Parent == Refused) throw Refusal.ToRpcException();
            if (batch.Parent == Strict) FieldRules.Require(batch);
            if (batch.Parent == Beating) await BeatAsync(responseStream, context.CancellationToken);
            else await responseStream.WriteAsync(new() { AcceptedCount = batch.Fixes.Count, Batch = batch.Batch }, context.CancellationToken);
        }
    }

    private static async Task BeatAsync(IServerStreamWriter<StreamPositionsResponse> answers, CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(Beat);
        for (var beat = 0; beat < Beats && await timer.WaitForNextTickAsync(cancellation); beat++) await answers.WriteAsync(new(), cancellation);
    }
}
