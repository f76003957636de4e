using Xunit;

namespace Handhaving.Contracts.Tests.Wire;

public sealed class BufTests(Buf buf)
{
    [Fact]
    public async Task The_contracts_keep_the_standard_rules_of_buf() => Assert.Equal((0, ""), await Buf.RunAsync("lint"));

    [Fact]
    public async Task The_contracts_are_formatted() => Assert.Equal((0, ""), await Buf.RunAsync("format", "-d", "--exit-code"));

    [Fact]
    public async Task Nothing_breaks_a_client_of_the_last_release() =>
        Assert.Equal((0, ""), await Buf.RunAsync("breaking", "--against", Path.Combine(Tree.Tests, "LastRelease", "contracts.binpb")));

    [Fact]
    public void Every_element_of_the_contracts_says_what_it_is()
    {
        var elements = buf.Sources.SelectMany(ProtoComments.Of).ToList();

        Assert.NotEmpty(elements);
        Assert.Empty(elements.Where(element => element.Comment.Length == 0).Select(element => element.Name));
    }
}
