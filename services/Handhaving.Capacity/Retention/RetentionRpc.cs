using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;

namespace Handhaving.Capacity.Retention;

/// <summary>Door of <c>RetentionService</c>; enums have the same numbers on the wire.</summary>
public sealed class RetentionRpc(RetentionTerms terms) : V1.RetentionService.RetentionServiceBase
{
    public override async Task<V1.ListRetentionTermsResponse> ListRetentionTerms(V1.ListRetentionTermsRequest request, ServerCallContext context) =>
        new() { Terms = { (await terms.ListAsync(context.Call(), context.CancellationToken)).Select(ToWire) } };

    public override async Task<V1.PutRetentionTermResponse> PutRetentionTerm(V1.PutRetentionTermRequest request, ServerCallContext context)
    {
        var call = context.Call();
        return new() { Term = ToWire(await terms.PutAsync((RetainedKind)request.Kind, request.Days, request.Reason, request.Etag, call, RequestKey.Of(call, request), context.CancellationToken)) };
    }

    private static V1.RetentionTerm ToWire(RetentionTerm term) => new()
    {
        Kind = (V1.RetainedKind)term.Kind,
        Days = term.Days,
        LeastDays = RetentionTerm.LeastDays(term.Kind),
        UsualDays = RetentionTerm.Usual(term.Owner, term.Kind).Days,
        SetBy = term.SetBy ?? "",
        SetTime = term.SetAt?.ToTimestamp(),
        Reason = term.Reason,
        Etag = term.Etag,
    };
}
