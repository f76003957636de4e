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
}
