using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Dispatch.Loans;

/// <summary>Resource name of a loan: <c>municipalities/{code}/loans/{uuid}</c> or <c>teams/{team}/loans/{uuid}</c>, by the owner of the unit.</summary>
public readonly record struct LoanName(TenantId Lender, Guid Id)
{
    public string Value => $"{Lender.Name}/loans/{Id}";

    /// <returns>Null when the text is no loan's name.</returns>
    public static LoanName? Parse(string text) =>
        text.Split('/') is [_, _, "loans", var id] && TenantId.OfName(text) is { Value: not TenantId.Wildcard } lender && Guid.TryParseExact(id, "D", out var uuid)
            ? new LoanName(lender, uuid)
            : null;

    public override string ToString() => Value;
}
