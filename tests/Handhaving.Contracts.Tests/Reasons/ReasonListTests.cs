using Xunit;

namespace Handhaving.Contracts.Tests.Reasons;

/// <summary>The list of all reasons, from which callers' own tests know that they answer each (the console's <c>advice.test.ts</c> does).</summary>
public sealed class ReasonListTests
{
    [Fact]
    public void The_list_of_reasons_is_the_one_that_was_reviewed() =>
        Snapshot.Verify("reasons.txt", string.Concat(ProductRules.All.Select(rule => $"{rule.Rule.Reason} {rule.Rule.Outcome}\n").Distinct().Order(StringComparer.Ordinal)));
}
