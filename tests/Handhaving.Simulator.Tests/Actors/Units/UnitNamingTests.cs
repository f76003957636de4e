using Handhaving.Simulator.Actors.Units;
using Xunit;

namespace Handhaving.Simulator.Tests.Actors.Units;

public sealed class UnitNamingTests
{
    [Theory]
    [InlineData("municipalities/0888/units/boa-0888-1", "municipalities/0888", "officer-0888-01", "officer-0888-02")]
    [InlineData("municipalities/1883/units/boa-1883-3", "municipalities/1883", "officer-1883-05", "officer-1883-06")]
    [InlineData("teams/westelijke-mijnstreek/units/pol-2", "teams/westelijke-mijnstreek", "police-wm-03", "police-wm-04")]
    [InlineData("teams/brunssum-landgraaf/units/pol-1", "teams/brunssum-landgraaf", "police-bl-01", "police-bl-02")]
    public void A_unit_has_its_owner_and_its_two_officers(string unit, string owner, string first, string second)
    {
        Assert.Equal(owner, UnitNaming.ParentOf(unit));
        Assert.Equal([first, second], UnitNaming.CrewOf(unit));
    }
}
