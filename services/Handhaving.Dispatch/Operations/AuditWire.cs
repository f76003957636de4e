using Google.Protobuf.WellKnownTypes;
using Handhaving.ServiceDefaults.Audit;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Dispatch.Operations;

/// <summary>Audit lines and their verification as the contract has them.</summary>
internal static class AuditWire
{
    /// <exception cref="RuleBroken">INVALID_REQUEST when the period ends before it begins.</exception>
    public static AuditQuery QueryOf(V1.ListEntriesRequest request)
    {
        var query = new AuditQuery
        {
            Actor = request.Actor,
            Subject = request.Object,
            Action = request.Action,
            Selection = SelectionOf(request.Selection),
            From = request.FromTime?.ToDateTimeOffset(),
            To = request.ToTime?.ToDateTimeOffset(),
            NewestFirst = request.NewestFirst,
        };
        return query.To <= query.From ? throw new RuleBroken(Reasons.InvalidRequest) { Violations = [new("to_time", "TOO_LOW", "must be after from_time")] } : query;
    }

    public static Access.V1.AuditVerification ToWire(TenantId tenant, AuditVerification outcome) => new()
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

    public static Access.V1.AuditEntry ToWire(TenantId tenant, AuditEntry entry)
    {
        var line = AuditLine.FromJson(entry.Line);
        var wire = new Access.V1.AuditEntry
        {
            Sequence = entry.Sequence,
            Tenant = tenant.Name,
            OccurredTime = Timestamp.FromDateTimeOffset(line.OccurredAt),
            RecordedTime = Timestamp.FromDateTimeOffset(entry.RecordedAt),
            Action = line.Action,
            Operation = line.Operation,
            Actor = line.ActorId,
            ActorRole = line.ActorRole,
            ActorType = line.ActorType,
            AuthorisationId = line.AuthorisationId,
            Origin = line.OriginDevice,
            ProcessingActivity = line.ProcessingActivity,
            ObjectType = line.ObjectType,
            Object = line.ObjectId ?? "",
            ObjectVersion = line.ObjectVersion ?? 0,
            Reason = line.ReasonText ?? "",
            Result = line.Result,
            TraceId = line.TraceId,
            Hash = Convert.ToHexStringLower(entry.Hash),
            Regime = System.Enum.TryParse<Access.V1.LegalRegime>(line.LegalRegime, ignoreCase: true, out var regime) ? regime : Access.V1.LegalRegime.Unspecified,
        };
        AddRows(wire, line);
        return wire;
    }

    private static AuditSelection SelectionOf(V1.EntrySelection selection) => selection switch
    {
        V1.EntrySelection.Unspecified => AuditSelection.All,
        V1.EntrySelection.Refused => AuditSelection.Refused,
        V1.EntrySelection.Overridden => AuditSelection.Overridden,
        _ => throw new ArgumentOutOfRangeException(nameof(selection), selection, null),
    };

    // A line of before they were bounded may name thousands.
    private static void AddRows(Access.V1.AuditEntry wire, AuditLine line)
    {
        var names = line.Shown ?? [];
        wire.Shown.AddRange(names.Take(AuditLine.MostShown));
        wire.ShownDigest = line.ShownDigest ?? (names.Count > AuditLine.MostShown ? AuditLine.DigestOf(names) : "");
        wire.QueryDigest = line.QueryDigest ?? "";
        wire.SetAside.AddRange(line.SetAside ?? []);
        if (line.RowCount is { } rows) wire.RowCount = rows;
        if (line.ObjectCount is { } objects) wire.ObjectCount = objects;
        if (line.FirstAt is { } first) wire.FirstTime = Timestamp.FromDateTimeOffset(first);
        if (line.LastAt is { } last) wire.LastTime = Timestamp.FromDateTimeOffset(last);
    }
}
