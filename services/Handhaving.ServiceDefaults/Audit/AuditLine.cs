using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.ServiceDefaults.Audit;

/// <summary>One act on one object, as written into the chain (Wpg 32a, BIO2 8.15.01). Property order is the canonical order.</summary>
public sealed record AuditLine
{
    private static readonly JsonSerializerOptions Json = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public required string Action { get; init; }
    public required string Operation { get; init; }
    public required string ActorType { get; init; }
    public required string ActorId { get; init; }
    public required string ActorRole { get; init; }
    public required string AuthorisationId { get; init; }
    public required string OriginDevice { get; init; }
    public required string LegalRegime { get; init; }
    public required string ProcessingActivity { get; init; }
    public required string TraceId { get; init; }
    public required string ObjectType { get; init; }
    public string? ObjectId { get; init; }
    public long? ObjectVersion { get; init; }
    public string? ReasonText { get; init; }
    public long? RowCount { get; init; }
    public IReadOnlyList<string>? Shown { get; init; }
    public required DateTimeOffset OccurredAt { get; init; }
    public string Result { get; init; } = "OK";

    /// <summary>How many objects the rows are about, where a line stands for many.</summary>
    public long? ObjectCount { get; init; }

    /// <summary>Times of the first and the last row, where a line stands for many.</summary>
    public DateTimeOffset? FirstAt { get; init; }
    public DateTimeOffset? LastAt { get; init; }

    /// <summary>What was searched for, as SHA-256: a search text may hold a name.</summary>
    public string? QueryDigest { get; init; }

    public static string DigestOf(string query) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(query.Trim().ToLowerInvariant())));

    /// <summary>The line of a call that made a new version of an object.</summary>
    public static AuditLine Of(Call call, string objectName, DateTimeOffset now, long version) => Of(call, objectName, now) with { ObjectVersion = version };

    /// <summary>The line of a call, with the verb its contract names.</summary>
    public static AuditLine Of(Call call, string objectName, DateTimeOffset now) => new()
    {
        Action = call.Rule.Access.Audit.ToString().ToUpperInvariant(),
        Operation = call.Operation,
        ActorType = call.Caller.Roles.Any(role => role.StartsWith("partner", StringComparison.Ordinal)) ? "partner" : "person",
        ActorId = call.Caller.Subject,
        ActorRole = call.Role,
        AuthorisationId = call.Caller.TokenId,
        OriginDevice = call.Origin,
        LegalRegime = call.Rule.Access.Regimes.FirstOrDefault(Handhaving.Access.V1.LegalRegime.Avg).ToString().ToUpperInvariant(),
        ProcessingActivity = call.Rule.Access.ProcessingActivity,
        TraceId = call.TraceId,
        ObjectType = call.Rule.Access.ObjectType,
        ObjectId = objectName,
        ReasonText = call.Reason,
        OccurredAt = now,
    };

    /// <summary>The line of a call that was shown objects of one tenant.</summary>
    public static AuditLine Of(Call call, TenantId tenant, IReadOnlyList<string> names, DateTimeOffset now) =>
        Of(call, names.Count == 1 ? names[0] : tenant.Name, now) with { RowCount = names.Count, Shown = names.Count < 2 ? null : names };

    /// <summary>The line of something the platform does by itself: an offer that expires, a message taken.</summary>
    public static AuditLine OfSystem(string operation, string objectType, string objectName, DateTimeOffset now) => new()
    {
        Action = "CHANGE",
        Operation = operation,
        ActorType = "system",
        ActorId = operation,
        ActorRole = "system",
        AuthorisationId = operation,
        OriginDevice = Environment.MachineName,
        LegalRegime = "AVG",
        ProcessingActivity = operation,
        TraceId = System.Diagnostics.Activity.Current?.TraceId.ToString() ?? "",
        ObjectType = objectType,
        ObjectId = objectName,
        OccurredAt = now,
    };

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public static AuditLine FromJson(string json) => JsonSerializer.Deserialize<AuditLine>(json, Json) ?? throw new JsonException("An audit line is empty.");
}
