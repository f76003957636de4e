using Google.Protobuf;
using Google.Protobuf.Reflection;
using Handhaving.ServiceDefaults.Access;
using Xunit;

namespace Handhaving.Contracts.Tests.Wire;

/// <summary>A client of the last release goes on working: its recorded bytes are understood to the last field and not refused.</summary>
public sealed class RecordedCallTests
{
    public static TheoryData<string, string> Calls()
    {
        TheoryData<string, string> calls = [];
        foreach (var line in Tree.ReadReleased("calls.txt").Split('\n').Where(line => line.Length > 0 && line[0] != '#'))
            calls.Add(line.Split(' ')[0], line.Split(' ')[1]);
        return calls;
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public void A_recorded_call_is_understood_to_the_last_field(string rpc, string recorded)
    {
        var bytes = Convert.FromBase64String(recorded);
        var method = Contract.Find(rpc);
        Assert.True(method is not null, $"{rpc} is gone.");

        var request = method.InputType.Parser.WithDiscardUnknownFields(true).ParseFrom(bytes);

        Assert.Equal(recorded, Convert.ToBase64String(request.ToByteArray()));
        FieldRules.Require(request);
    }

    [Fact]
    public void Every_rpc_of_the_last_release_has_a_recorded_call()
    {
        var released = FileDescriptorSet.Parser.ParseFrom(File.ReadAllBytes(Path.Combine(Tree.Tests, "LastRelease", "contracts.binpb")));
        var rpcs = released.File.SelectMany(file => file.Service.SelectMany(service => service.Method.Select(method => $"{file.Package}.{service.Name}/{method.Name}")));

        Assert.Equal(rpcs.Order(StringComparer.Ordinal), Calls().Select(call => call.Data.Item1).Distinct().Order(StringComparer.Ordinal));
    }
}
