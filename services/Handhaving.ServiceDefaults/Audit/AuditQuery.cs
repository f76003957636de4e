using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.ServiceDefaults.Audit;

/// <summary>Lines that somebody reviews.</summary>
public enum AuditSelection
{
    All,
    Refused,

    /// <summary>Done with a rule set aside.</summary>
    Overridden,

    /// <summary>Refused or done with a rule set aside, and judged by nobody yet.</summary>
    Unreviewed,

    /// <summary>All but readings.</summary>
    Acts,
}

/// <summary>Why a file is made of lines, and for whom.</summary>
public sealed record AuditExport(string Reason, string Recipient);

/// <summary>Which lines of a chain are looked for; what is empty or null asks for nothing.</summary>
public sealed record AuditQuery
{
    public string Actor { get; init; } = "";

    /// <summary>A resource name: lines about it, about what lies below it, and those that name it among what they showed.</summary>
    public string Subject { get; init; } = "";

    public string Action { get; init; } = "";

    public AuditSelection Selection { get; init; }

    /// <summary>Recorded at or after.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Recorded before.</summary>
    public DateTimeOffset? To { get; init; }

    public bool NewestFirst { get; init; }

    /// <summary>Set when a file is made of what is found.</summary>
    public AuditExport? Export { get; init; }

    /// <exception cref="RuleBroken">INVALID_REQUEST when the period ends before it begins.</exception>
    public AuditQuery InOrder() => To <= From ? throw new RuleBroken(Reasons.InvalidRequest) { Violations = [new("to_time", "TOO_LOW", "must be after from_time")] } : this;

    /// <summary>Stands for what was searched for, as the contract says (<c>AuditEntry.query_digest</c>); null when lines were read as they come.</summary>
    public string? Digest
    {
        get
        {
            (string Name, string Value)[] filters = [("actor", Actor), ("object", Subject), ("action", Action), ("selection", Selection is AuditSelection.All ? "" : Selection.ToString())];
            var set = string.Join('\n', filters.Where(filter => filter.Value.Length > 0).Select(filter => $"{filter.Name}={filter.Value}"));
            return set.Length > 0 ? AuditLine.DigestOf(set) : null;
        }
    }
}
