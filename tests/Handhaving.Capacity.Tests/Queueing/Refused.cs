using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Capacity.Tests.Queueing;

/// <summary>What is refused, by its rule.</summary>
internal static class Refused
{
    internal static void By(Rule rule, Func<object?> act) => Assert.Equal(rule, Assert.Throws<RuleBroken>(act).Rule);
}
