using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Units;
using Xunit;

namespace Handhaving.Dispatch.Tests.Units;

/// <summary>Names as they come in from outside.</summary>
public sealed class NameTests
{
    private const string Uuid = "019575a1-0000-7000-8000-000000000001";

    [Fact]
    public void Names_read_back()
    {
        Assert.Equal(Given.Name, IncidentName.Parse(Given.Name.Value));
        Assert.Equal(Given.AssignmentName(), AssignmentName.Parse(Given.AssignmentName().Value));
        Assert.Equal("0888", UnitName.Parse("municipalities/0888/units/b-1")?.Owner.Value);
        Assert.Equal("westelijke-mijnstreek", UnitName.Parse("teams/westelijke-mijnstreek/units/p-1")?.Owner.Value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("municipalities/0888/incidents/")]
    [InlineData("municipalities/0888/incidents/1")]
    [InlineData($"municipalities/-/incidents/{Uuid}")]
    [InlineData($"municipalities/0abc/incidents/{Uuid}")]
    [InlineData($"municipalities/08 8/incidents/{Uuid}")]
    [InlineData($"teams/westelijke-mijnstreek/incidents/{Uuid}")]
    [InlineData($"municipalities/0888/incidents/{Uuid}/assignments/{Uuid}")]
    [InlineData($"municipalities/0888/incidents/{Uuid}' or '1'='1")]
    [InlineData($"../municipalities/0888/incidents/{Uuid}")]
    public void Other_text_is_no_incident(string text) => Assert.Null(IncidentName.Parse(text));

    [Theory]
    [InlineData($"municipalities/0888/incidents/{Uuid}")]
    [InlineData($"municipalities/0888/incidents/{Uuid}/assignments/")]
    [InlineData($"/assignments/{Uuid}")]
    [InlineData($"municipalities/0888/incidents/{Uuid}/assignments/{Uuid}/assignments/{Uuid}")]
    public void Other_text_is_no_assignment(string text) => Assert.Null(AssignmentName.Parse(text));

    [Theory]
    [InlineData("b-1")]
    [InlineData("municipalities/0888/units/")]
    [InlineData("municipalities/-/units/b-1")]
    [InlineData("municipalities/0888/units/b-1/x")]
    [InlineData("municipalities/088x/units/b-1")]
    [InlineData("teams/0888/units/p-1")]
    [InlineData("people/0888/units/p-1")]
    public void Other_text_is_no_unit(string text) => Assert.Null(UnitName.Parse(text));
}
