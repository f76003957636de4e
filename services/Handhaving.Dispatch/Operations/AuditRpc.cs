using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Audit;
using Handhaving.ServiceDefaults.Audit.Reviews;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Paging;

namespace Handhaving.Dispatch.Operations;

/// <summary>Door of <c>AuditService</c>.</summary>
public sealed class AuditRpc(ReadAudit audit, ReviewEntry reviews) : V1.AuditService.AuditServiceBase
{
    public override async Task<V1.ListEntriesResponse> ListEntries(V1.ListEntriesRequest request, ServerCallContext context)
    {
        var call = context.Call();
        var page = await audit.ListAsync(QueryOf(request), PageRequest.Of(request, request.PageSize, request.PageToken), call, context.CancellationToken);
        var judged = await reviews.OfAsync(page.Rows, call, context.CancellationToken);
        return new()
        {
            Entries = { page.Rows.Select(entry => AuditWire.ToWire(call.Owner, entry)) },
            NextPageToken = page.NextToken,
            Reviews = { judged.SelectMany(line => line.Latest).OrderBy(review => review.At).Select(ToWire) },
            ReviewCounts = { judged.Select(line => new V1.ReviewCount { Sequence = line.Sequence, ReviewCount_ = line.Count }) },
        };
    }

    public override async Task<V1.VerifyResponse> Verify(V1.VerifyRequest request, ServerCallContext context)
    {
        var call = context.Call();
        return new() { Verification = AuditWire.ToWire(call.Owner, await audit.VerifyAsync(AuditPlace.Of(request.AfterSequence, request.AfterHash), call, context.CancellationToken)) };
    }

    public override async Task<V1.ReviewEntryResponse> ReviewEntry(V1.ReviewEntryRequest request, ServerCallContext context)
    {
        var call = context.Call();
        return new() { Review = ToWire(await reviews.HandleAsync(request.Sequence, request.Note, call, RequestKey.Of(call, request), context.CancellationToken)) };
    }

    private static V1.EntryReview ToWire(EntryReview review) => new() { Sequence = review.Sequence, ReviewTime = Timestamp.FromDateTimeOffset(review.At), ReviewedBy = review.By, Note = review.Note };

    private static AuditQuery QueryOf(V1.ListEntriesRequest request) => new AuditQuery
    {
        Actor = request.Actor,
        Subject = request.Object,
        Action = request.Action,
        Selection = SelectionOf(request.Selection),
        From = request.FromTime?.ToDateTimeOffset(),
        To = request.ToTime?.ToDateTimeOffset(),
        NewestFirst = request.NewestFirst,
        Export = request.Export is { } export ? new(export.Reason, export.Recipient) : null,
    }.InOrder();

    private static AuditSelection SelectionOf(V1.EntrySelection selection) => selection switch
    {
        V1.EntrySelection.Unspecified => AuditSelection.All,
        V1.EntrySelection.Refused => AuditSelection.Refused,
        V1.EntrySelection.Overridden => AuditSelection.Overridden,
        V1.EntrySelection.Unreviewed => AuditSelection.Unreviewed,
        V1.EntrySelection.Acts => AuditSelection.Acts,
        _ => throw new ArgumentOutOfRangeException(nameof(selection), selection, null),
    };
}
