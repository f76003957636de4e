using System.Text.RegularExpressions;
using Handhaving.Contracts.Tests.Wire;
using Xunit;

namespace Handhaving.Contracts.Tests.Reasons;

public sealed partial class NamedReasonTests(Buf buf)
{
    [Fact]
    public void Every_reason_that_the_contracts_name_exists()
    {
        var known = ProductRules.All.Select(rule => rule.Rule.Reason).ToHashSet();
        var named = buf.Sources.SelectMany(ProtoComments.Of).SelectMany(element => ReasonsIn(element.Comment).Select(reason => (element.Name, Reason: reason))).ToList();

        Assert.NotEmpty(named);
        Assert.Empty(named.Where(one => !known.Contains(one.Reason)).Select(one => $"{one.Name} names {one.Reason}"));
    }

    private static IEnumerable<string> ReasonsIn(string comment) =>
        ReasonList().Matches(comment).SelectMany(list => ReasonWord().Matches(list.Groups[1].Value)).Select(word => word.Value);

    [GeneratedRegex(@"Reasons:([A-Z0-9_,\s]+)")]
    private static partial Regex ReasonList();

    [GeneratedRegex(@"[A-Z][A-Z0-9_]+[A-Z0-9]")]
    private static partial Regex ReasonWord();
}
