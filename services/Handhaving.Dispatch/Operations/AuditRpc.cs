using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Handhaving.Dispatch.Data;
using Handhaving.ServiceDefaults.Paging;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Audit;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Dispatch.Operations;

/// <summary>Door of <c>AuditService</c>.</summary>
public sealed class AuditRpc(DispatchDb db, TimeProvider clock) : V1.AuditService.AuditServiceBase
{
    public override async Task<V1.ListEntriesResponse> ListEntries(V1.ListEntriesRequest request, ServerCallContext context)
    {
        var call = context.Call();
        var page = PageRequest.Of(request, request.PageSize, request.PageToken);
        await using var work = await db.BeginAsync(TenantScope.Of(call), context.CancellationToken);
        var entries = await AuditReader.ListAsync(work.Connection, call.Owner, page.AfterNumber, page.Size + 1, context.CancellationToken);
        await NoteAsync(work, call, context.CancellationToken);
        var shown = entries.Take(page.Size).ToList();
        var next = entries.Count > page.Size ? page.TokenAfter(shown[^1].Sequence.ToString(System.Globalization.CultureInfo.InvariantCulture)) : "";
        return new() { Entries = { shown.Select(entry => ToWire(call.Owner, entry)) }, NextPageToken = next };
    }

    public override async Task<V1.VerifyResponse> Verify(V1.VerifyRequest request, ServerCallContext context)
    {
        var call = context.Call();
        var outcome = await VerifyAsync(call, context.CancellationToken);
        await using var noted = await db.BeginAsync(TenantScope.Of(call), context.CancellationToken);
        await NoteAsync(noted, call, context.CancellationToken);
        return new() { Verification = new() { Tenant = call.Owner.Name, EntryCount = outcome.EntryCount, Intact = outcome.Problem.Length == 0, BrokenSequence = outcome.BrokenSequence, Problem = outcome.Problem } };
    }

    private async Task<AuditVerification> VerifyAsync(Call call, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(TenantScope.Of(call), System.Data.IsolationLevel.RepeatableRead, cancellation);
        return await AuditReader.VerifyAsync(work.Connection, call.Owner, cancellation);
    }

    private async Task NoteAsync(UnitOfWork<DispatchDb> work, Call call, CancellationToken cancellation)
    {
        work.Consulted(call, [(call.Owner, call.Owner.Name)], clock.GetUtcNow());
        await work.CommitAsync(cancellation);
    }

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
