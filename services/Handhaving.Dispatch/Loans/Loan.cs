using System.Security.Cryptography;
using System.Text;
using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Units;

namespace Handhaving.Dispatch.Loans;

/// <summary>State of a loan; it follows the assignment.</summary>
public enum LoanState { Active = 1, Refused, Ended }

/// <summary>How a unit was borrowed for an assignment; from whom follows from the unit.</summary>
/// <param name="SkipHoldReason">Why the incident did not wait first; null when it had waited long enough.</param>
public sealed record LoanTerms(string BorrowerTeam, string? SkipHoldReason)
{
    /// <summary>What people called the owner of the unit then; empty when that was not known, or not kept yet.</summary>
    public string LenderName { get; init; } = "";

    /// <summary>Set when the owner of the unit took it back.</summary>
    public LoanRefusal? Refusal { get; init; }
}

/// <summary>Who took a lent unit back, and why.</summary>
public sealed record LoanRefusal(string By, string Reason);

/// <summary>A unit that works on another team's incident, as its owner sees it (C-37): of the incident no more than number, kind, priority and municipality.</summary>
public sealed record Loan(LoanName Name, UnitName Unit, string CallSign, AssignmentName Assignment, LoanTerms Terms, string IncidentNumber, string IncidentType, int IncidentPriority)
{
    public required LoanState State { get; init; }
    public required DateTimeOffset BorrowedAt { get; init; }
    public required string BorrowedBy { get; init; }
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>What people called the kind of the incident when it was said.</summary>
    public string IncidentTypeName { get; init; } = "";

    /// <summary>Its incident is; not told to who may not read that.</summary>
    public bool IsRestricted { get; init; }

    /// <summary>What a refusal is about: another urgency is another question.</summary>
    public string Etag => $"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{State}|{IncidentType}|{IncidentPriority}")))[..16]}\"";

    /// <returns>Null when the unit of the assignment is not borrowed.</returns>
    public static Loan? Of(Incident incident, Assignment assignment) => assignment.Loan is not { } terms
        ? null
        : new(new LoanName(assignment.Unit.Owner, assignment.Name.Id), assignment.Unit, assignment.CallSign, assignment.Name, terms, incident.Number, incident.Type, incident.Priority)
        {
            State = terms.Refusal is not null ? LoanState.Refused : assignment.IsActive ? LoanState.Active : LoanState.Ended,
            BorrowedAt = assignment.OfferedAt,
            BorrowedBy = assignment.AssignedBy,
            EndedAt = assignment.EndedAt,
            IncidentTypeName = incident.TypeName,
            IsRestricted = incident.IsRestricted,
        };
}
