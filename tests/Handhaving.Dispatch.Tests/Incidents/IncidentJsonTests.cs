using System.Text.Json;
using Handhaving.Dispatch.Data;

namespace Handhaving.Dispatch.Tests.Incidents;

/// <summary>An incident as it lies in its row, read and written by two versions side by side.</summary>
public sealed class IncidentJsonTests
{
    [Fact]
    public void What_a_newer_version_wrote_is_kept_through_an_act_of_this_one()
    {
        var offered = Given.Incident().Offered();
        var body = IncidentJson.Write(offered)
            .Replace("\"phase\":", "\"mergedInto\":{\"number\":\"2026-000009\"},\"phase\":", StringComparison.Ordinal)
            .Replace("\"role\":", "\"queuePosition\":2,\"role\":", StringComparison.Ordinal);

        var accepted = IncidentJson.Read(body).Accept(Given.AssignmentName(), Given.Act(2));

        using var written = JsonDocument.Parse(IncidentJson.Write(accepted));
        var assignment = written.RootElement.GetProperty("assignments")[0];
        Assert.Equal("2026-000009", written.RootElement.GetProperty("mergedInto").GetProperty("number").GetString());
        Assert.Equal((2, "Accepted"), (assignment.GetProperty("queuePosition").GetInt32(), assignment.GetProperty("state").GetString()));
    }
}
