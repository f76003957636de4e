using Handhaving.ServiceDefaults.Tenancy;
using Npgsql;
using NpgsqlTypes;

namespace Handhaving.Dispatch.Loans.Keeping;

/// <summary>Keeps loans with the owner of their units: one statement over arrays, in the transaction of the acts on their incidents.</summary>
internal static class LoanSave
{
    public static NpgsqlBatchCommand Upsert(TenantId lender, IReadOnlyList<Loan> loans) => new("""
        insert into loan (tenant, id, unit, call_sign, assignment, borrower, borrower_team, incident_number, incident_type, incident_priority, state, borrowed_at, borrowed_by, skip_hold_reason, refused_by, refuse_reason, ended_at, restricted, incident_kind)
        select $1, i, u, c, a, b, bt, n, t, p, s, ba, bb, sh, rb, rr, e, r, k
        from unnest($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19) as row (i, u, c, a, b, bt, n, t, p, s, ba, bb, sh, rb, rr, e, r, k)
        on conflict (tenant, id) do update set state = excluded.state, incident_type = excluded.incident_type, incident_kind = excluded.incident_kind, incident_priority = excluded.incident_priority,
          refused_by = excluded.refused_by, refuse_reason = excluded.refuse_reason, ended_at = excluded.ended_at
        """)
    {
        Parameters =
        {
            new() { Value = lender.Value },
            Of(loans, loan => loan.Name.Id),
            Of(loans, loan => loan.Unit.Value),
            Of(loans, loan => loan.CallSign),
            Of(loans, loan => loan.Assignment.Value),
            Of(loans, loan => loan.Assignment.Incident.Municipality),
            Of(loans, loan => loan.Terms.BorrowerTeam),
            Of(loans, loan => loan.IncidentNumber),
            Of(loans, loan => loan.IncidentType),
            Of(loans, loan => loan.IncidentPriority),
            Of(loans, loan => (short)loan.State),
            Of(loans, loan => loan.BorrowedAt),
            Of(loans, loan => loan.BorrowedBy),
            Texts(loans, loan => loan.Terms.SkipHoldReason),
            Texts(loans, loan => loan.Terms.Refusal?.By),
            Texts(loans, loan => loan.Terms.Refusal?.Reason),
            new() { Value = loans.Select(loan => loan.EndedAt).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.TimestampTz },
            Of(loans, loan => loan.IsRestricted),
            Of(loans, loan => $"{loan.IncidentType} {loan.IncidentTypeName}"),
        },
    };

    private static NpgsqlParameter Of<T>(IReadOnlyList<Loan> loans, Func<Loan, T> value) => new() { Value = loans.Select(value).ToArray() };

    private static NpgsqlParameter Texts(IReadOnlyList<Loan> loans, Func<Loan, string?> value) => new() { Value = loans.Select(value).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text };
}
