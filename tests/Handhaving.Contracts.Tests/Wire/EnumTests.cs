using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Officers;
using Handhaving.Dispatch.Units;
using Xunit;

namespace Handhaving.Contracts.Tests.Wire;

/// <summary>The doors cast between wire and domain by number, so both sides count alike.</summary>
public sealed class EnumTests
{
    [Theory]
    [InlineData(typeof(IncidentSource), typeof(Dispatch.V1.IncidentSource))]
    [InlineData(typeof(IncidentState), typeof(Dispatch.V1.IncidentState))]
    [InlineData(typeof(AssignmentState), typeof(Dispatch.V1.AssignmentState))]
    [InlineData(typeof(UnitKind), typeof(Dispatch.V1.UnitKind))]
    [InlineData(typeof(UnitAvailability), typeof(Dispatch.V1.UnitAvailability))]
    [InlineData(typeof(CompetenceDomain), typeof(Dispatch.V1.CompetenceDomain))]
    public void Domain_and_wire_count_alike(Type domain, Type wire) =>
        Assert.Equal(Members(wire).Where(member => member.Number != 0), Members(domain));

    private static IEnumerable<(int Number, string Name)> Members(Type type) =>
        Enum.GetNames(type).Select(name => (Convert.ToInt32(Enum.Parse(type, name), System.Globalization.CultureInfo.InvariantCulture), name)).Order();
}
