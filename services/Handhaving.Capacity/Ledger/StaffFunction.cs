using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Capacity.Ledger;

/// <summary>What people of a team can be put to; data, not code.</summary>
/// <param name="Police">Police teams have it; else municipalities do.</param>
public sealed record StaffFunction(string Code, string DisplayName, bool Police)
{
    public bool IsOf(TenantId owner) => owner.IsMunicipality != Police;
}

/// <summary>The functions that there are.</summary>
public sealed class StaffFunctions(IEnumerable<StaffFunction> all)
{
    private readonly Dictionary<string, StaffFunction> byCode = all.ToDictionary(function => function.Code);

    public IEnumerable<StaffFunction> Of(TenantId owner) => byCode.Values.Where(function => function.IsOf(owner)).OrderBy(function => function.Code, StringComparer.Ordinal);

    /// <exception cref="ServiceDefaults.Errors.RuleBroken">FUNCTION_UNKNOWN, FUNCTION_NOT_OF_OWNER.</exception>
    public void Require(string code, TenantId owner)
    {
        LedgerRules.KnownFunction.Require(byCode.ContainsKey(code), ("function", code));
        LedgerRules.FunctionOfOwner.Require(byCode[code].IsOf(owner), ("function", byCode[code].DisplayName), ("owner", owner.Name));
    }
}
