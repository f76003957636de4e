using Handhaving.Dispatch.Loans;
using Handhaving.Dispatch.Loans.Keeping;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Tenancy;
using Npgsql;

namespace Handhaving.Dispatch.Data;

/// <summary>What a batch leaves: all of it with the municipality of its incidents, but what changes on a unit with the unit's owner, who may be another and sees it too.</summary>
internal sealed class TrailSet(TenantId own)
{
    private readonly Dictionary<TenantId, Trail> others = [];
    private readonly Dictionary<LoanName, Loan> loans = [];

    public Trail Own { get; } = new(own);

    public Trail Of(TenantId owner) => owner == own ? Own : others.TryGetValue(owner, out var trail) ? trail : others[owner] = new(owner);

    /// <summary>Keeps a loan with the owner of its unit, as the last act left it.</summary>
    public void Keep(Loan loan) => loans[loan.Name] = loan;

    /// <summary>All trails in one order of tenants: chains are locked in it, so that no two batches wait for each other.</summary>
    /// <param name="scope">What the callers may read.</param>
    public void AppendTo(NpgsqlBatch batch, TenantScope scope)
    {
        foreach (var (owner, trail) in others.Append(new(own, Own)).OrderBy(pair => pair.Key.Value, StringComparer.Ordinal))
        {
            if (others.Count > 0) batch.BatchCommands.Add((scope with { Writes = owner }).Command());
            if (loans.Values.Where(loan => loan.Name.Lender == owner).ToList() is { Count: > 0 } lent) batch.BatchCommands.Add(LoanSave.Upsert(owner, lent));
            trail.AppendTo(batch);
        }
    }
}
