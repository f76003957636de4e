using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Capacity.Ledger;

/// <summary>Resource name of a function of an owner: <c>teams/{team}/functions/{code}</c> or <c>municipalities/{code}/functions/{code}</c>.</summary>
public readonly record struct FunctionName(TenantId Owner, string Code)
{
    public string Value => $"{Owner.Name}/functions/{Code}";

    /// <summary>Name of one of its blocks, by its start: <c>…/blocks/20261130T0815Z</c>.</summary>
    public string BlockAt(DateTimeOffset start) => $"{Value}/blocks/{start.UtcDateTime:yyyyMMdd'T'HHmm'Z'}";

    /// <returns>Null when the text is no function's name.</returns>
    public static FunctionName? Parse(string text) =>
        text.Split('/') is [_, _, "functions", { Length: > 0 } code] && TenantId.OfName(text) is { Value: not TenantId.Wildcard } owner ? new FunctionName(owner, code) : null;

    public override string ToString() => Value;
}
