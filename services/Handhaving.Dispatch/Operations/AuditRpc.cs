using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Audit;
using Handhaving.ServiceDefaults.Paging;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Dispatch.Operations;

/// <summary>Door of <c>AuditService</c>.</summary>
public sealed class AuditRpc(ReadAudit audit) : V1.AuditService.AuditServiceBase
{
    public override async Task<V1.ListEntriesResponse> ListEntries(V1.ListEntriesRequest request, ServerCallContext context)
    {
        var call = context.Call();
        var page = await audit.ListAsync(PageRequest.Of(request, request.PageSize, request.PageToken), call, context.CancellationToken);
        return new() { Entries = { page.Rows.Select(entry => ToWire(call.Owner, entry)) }, NextPageToken = page.NextToken };
    }

    public override async Task<V1.VerifyResponse> Verify(V1.VerifyRequest request, ServerCallContext context)
    {
        var call = context.Call();
        return new() { Verification = ToWire(call.Owner, await audit.VerifyAsync(AuditPlace.Of(request.AfterSequence, request.AfterHash), call, context.CancellationToken)) };
    }

    private static Access.V1.AuditVerification ToWire(TenantId tenant, AuditVerification outcome) => new()
    {
        Tenant = tenant.Name,
        EntryCount = outcome.EntryCount,
        Intact = outcome.Problem.Length == 0,
        BrokenSequence = outcome.BrokenSequence,
        Problem = outcome.Problem,
        VerifiedSequence = outcome.Until.Sequence,
        VerifiedHash = outcome.Until.Sequence > 0 ? outcome.Until.HashText : "",
        NextSequence = outcome.NextSequence,
    };

    private static Access.V1.AuditEntry ToWire(TenantId tenant, AuditEntry entry)
    {
        var line = AuditLine.FromJson(entry.Line);
        return new()
        {
            Sequence = entry.Sequence,
            Tenant = tenant.Name,
            OccurredTime = Timestamp.FromDateTimeOffset(line.OccurredAt),
            RecordedTime = Timestamp.FromDateTimeOffset(entry.RecordedAt),
            Action = line.Action,
            Operation = line.Operation,
            Actor = line.ActorId,
            ActorRole = line.ActorRole,
            ObjectType = line.ObjectType,
            Object = line.ObjectId ?? "",
            Result = line.Result,
            TraceId = line.TraceId,
            Hash = Convert.ToHexStringLower(entry.Hash),
            Regime = System.Enum.TryParse<Access.V1.LegalRegime>(line.LegalRegime, ignoreCase: true, out var regime) ? regime : Access.V1.LegalRegime.Unspecified,
        };
    }
}
