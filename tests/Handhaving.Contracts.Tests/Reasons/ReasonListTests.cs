using Handhaving.ServiceDefaults.Errors;
using Xunit;

namespace Handhaving.Contracts.Tests.Reasons;

/// <summary>The lists of all reasons, from which callers' own tests know that they answer each (the console's <c>advice.test.ts</c> does, for the services that it calls).</summary>
public sealed class ReasonListTests
{
    private const string Capacity = "Handhaving.Capacity.";

    [Fact]
    public void The_list_of_reasons_is_the_one_that_was_reviewed() => Verify("reasons.txt", where => !IsOfCapacity(where));

    [Fact]
    public void The_list_of_capacitys_own_reasons_is_the_one_that_was_reviewed() => Verify("reasons-capacity.txt", IsOfCapacity);

    private static bool IsOfCapacity(string where) => where.StartsWith(Capacity, StringComparison.Ordinal);

    private static void Verify(string file, Func<string, bool> isListed) =>
        Snapshot.Verify(file, string.Concat(ProductRules.All.Where(found => isListed(found.Where)).Select(found => LineOf(found.Rule)).Distinct().Order(StringComparer.Ordinal)));

    private static string LineOf(Rule rule) => $"{rule.Reason} {rule.Outcome}\n";
}
