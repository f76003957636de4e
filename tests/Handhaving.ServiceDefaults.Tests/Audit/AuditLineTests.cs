using Handhaving.ServiceDefaults.Audit;
using Xunit;

namespace Handhaving.ServiceDefaults.Tests.Audit;

/// <summary>The canonical form of a line: the chain hashes this text.</summary>
public sealed class AuditLineTests
{
    [Fact]
    public void A_line_is_written_in_one_order_and_reads_back()
    {
        var line = AuditLine.Of(Given.Call(), Given.IncidentName, Given.Now, 3);

        Assert.Equal(
            """{"action":"CHANGE","operation":"handhaving.dispatch.v1.AssignmentService/AssignUnit","actor_type":"person","actor_id":"person-1","actor_role":"centralist","authorisation_id":"token-1","origin_device":"ipv4:127.0.0.1:5000","legal_regime":"AVG","processing_activity":"dispatch.incidents","trace_id":"0af7651916cd43dd8448eb211c80319c","object_type":"assignment","object_id":"municipalities/0888/incidents/019575a1-0000-7000-8000-000000000002","object_version":3,"occurred_at":"2026-03-02T12:00:00+00:00","result":"OK"}""",
            line.ToJson());
        Assert.Equal(line, AuditLine.FromJson(line.ToJson()));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(AuditLine.MostShown)]
    public void What_was_shown_is_named_and_needs_no_digest(int count)
    {
        var names = Names(count);

        var line = AuditLine.Of(Given.Call(), new("0888"), names, Given.Now);

        Assert.Equal((count, count == 1 ? names[0] : "municipalities/0888", null), (line.RowCount, line.ObjectId, line.ShownDigest));
        Assert.Equal(count < 2 ? null : names, line.Shown);
    }

    [Fact]
    public void More_than_a_line_names_is_counted_and_can_be_proven()
    {
        var names = Names(7_500);

        var line = AuditLine.Of(Given.Call(), new("0888"), names, Given.Now);

        Assert.Equal(names.Take(AuditLine.MostShown), line.Shown);
        Assert.Equal((7_500, "74295c36"), (line.RowCount, line.ShownDigest?[..8]));
        Assert.InRange(line.ToJson().Length, 1, 10_000);
    }

    [Fact]
    public void A_digest_is_of_all_the_names_in_their_order()
    {
        var names = Names(3);
        IReadOnlyList<string>[] others = [[.. names.AsEnumerable().Reverse()], [.. names.Skip(1)], [names[0] + names[1], names[2]]];

        Assert.DoesNotContain(AuditLine.DigestOf(names), others.Select(AuditLine.DigestOf));
    }

    private static List<string> Names(int count) => [.. Enumerable.Range(0, count).Select(number => $"municipalities/0888/incidents/019575a1-0000-7000-8000-{number:D12}")];
}
