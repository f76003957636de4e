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
    /// <summary>How many names of what was shown stand in a line: others wait while it is written, for the head of the same chain.</summary>
    public const int MostShown = 100;

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

    /// <summary>Names of what was shown, where that is more than one object: the first of them, no more than <see cref="MostShown"/>.</summary>
    public IReadOnlyList<string>? Shown { get; init; }

    /// <summary>Stands for all names where not all are in the line (<see cref="DigestOf(IReadOnlyList{string})"/>).</summary>
    public string? ShownDigest { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }
    public string Result { get; init; } = "OK";

    /// <summary>How many objects the rows are about, where a line stands for many.</summary>
    public long? ObjectCount { get; init; }

    /// <summary>Times of the first and the last row, where a line stands for many.</summary>
    public DateTimeOffset? FirstAt { get; init; }
    public DateTimeOffset? LastAt { get; init; }

    /// <summary>What was searched for, as SHA-256: a search text may hold a name.</summary>
    public string? QueryDigest { get; init; }

    /// <summary>Reasons of the rules that somebody who may do so set aside for this act; null when none was.</summary>
    public IReadOnlyList<string>? SetAside { get; init; }

    /// <summary>For whom a file was made.</summary>
    public string? Recipient { get; init; }

    public static string DigestOf(string query) => HashOf(query.Trim().ToLowerInvariant());

    /// <summary>By which it can be proven later what was shown: SHA-256 of all the names in the order in which they were, each followed by a line feed (U+000A), as 64 hexadecimal digits.</summary>
    public static string DigestOf(IReadOnlyList<string> names) => HashOf(string.Concat(names.Select(name => name + '\n')));

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

    /// <summary>The line of a call that was shown objects of one tenant; however many, it is no longer than <see cref="MostShown"/> names make it.</summary>
    public static AuditLine Of(Call call, TenantId tenant, IReadOnlyList<string> names, DateTimeOffset now) =>
        Of(call, names.Count == 1 ? names[0] : tenant.Name, now) with
        {
            RowCount = names.Count,
            Shown = names.Count switch { < 2 => null, <= MostShown => names, _ => [.. names.Take(MostShown)] },
            ShownDigest = names.Count > MostShown ? DigestOf(names) : null,
        };

    /// <summary>The line of the same reading, of which a file is made for the controller's own use.</summary>
    public AuditLine Exported(AuditExport export) => this with { Action = "EXPORT", ReasonText = export.Reason, Recipient = export.Recipient };

    /// <summary>The line of the same call repeated: what was done is shown again, and nothing done.</summary>
    public AuditLine Again(DateTimeOffset now) => this with { Action = "CONSULT", ObjectVersion = null, SetAside = null, OccurredAt = now };

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

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public static AuditLine FromJson(string json) => JsonSerializer.Deserialize<AuditLine>(json, Json) ?? throw new JsonException("An audit line is empty.");
}
