using Google.Protobuf.WellKnownTypes;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.ServiceDefaults.Audit;

/// <summary>Audit lines and their verification as the contract has them.</summary>
public static class AuditWire
{
    public static Handhaving.Access.V1.AuditVerification ToWire(TenantId tenant, AuditVerification outcome) => new()
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

    public static Handhaving.Access.V1.AuditEntry ToWire(TenantId tenant, AuditEntry entry)
    {
        var line = AuditLine.FromJson(entry.Line);
        var wire = new Handhaving.Access.V1.AuditEntry
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
            Regime = System.Enum.TryParse<Handhaving.Access.V1.LegalRegime>(line.LegalRegime, ignoreCase: true, out var regime) ? regime : Handhaving.Access.V1.LegalRegime.Unspecified,
        };
        AddRows(wire, line);
        return wire;
    }

    // A line of before they were bounded may name thousands.
    private static void AddRows(Handhaving.Access.V1.AuditEntry wire, AuditLine line)
    {
        var names = line.Shown ?? [];
        wire.Shown.AddRange(names.Take(AuditLine.MostShown));
        wire.ShownDigest = line.ShownDigest ?? (names.Count > AuditLine.MostShown ? AuditLine.DigestOf(names) : "");
        wire.Recipient = line.Recipient ?? "";
        wire.QueryDigest = line.QueryDigest ?? "";
        wire.SetAside.AddRange(line.SetAside ?? []);
        if (line.RowCount is { } rows) wire.RowCount = rows;
        if (line.ObjectCount is { } objects) wire.ObjectCount = objects;
        if (line.FirstAt is { } first) wire.FirstTime = Timestamp.FromDateTimeOffset(first);
        if (line.LastAt is { } last) wire.LastTime = Timestamp.FromDateTimeOffset(last);
    }
}
