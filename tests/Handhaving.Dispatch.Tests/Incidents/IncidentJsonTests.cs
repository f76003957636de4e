using System.Text.Json;
using Handhaving.Dispatch.Data;
using Handhaving.Dispatch.Types;

namespace Handhaving.Dispatch.Tests.Incidents;

/// <summary>An incident as it lies in its row, read and written by two versions side by side.</summary>
public sealed class IncidentJsonTests
{
    [Fact]
    public void A_kind_that_another_version_carried_along_while_it_said_another_type_counts_no_more()
    {
        var horse = Given.Parking with { Code = "animal.horse", DisplayName = "Paard op de weg", IsOwn = true };
        var said = Given.Incident() with { Type = horse.Code, Kind = horse };

        var other = IncidentJson.Read(IncidentJson.Write(said).Replace("\"type\":\"animal.horse\"", "\"type\":\"waste.dumping\"", StringComparison.Ordinal));

        Assert.Equal("Paard op de weg", IncidentJson.Read(IncidentJson.Write(said)).TypeName);
        Assert.Equal((IncidentCatalog.Shipped.NameOf("waste.dumping"), "waste.dumping"), (other.TypeName, IncidentCatalog.Shipped.TypeOf(other).Code));
    }

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
