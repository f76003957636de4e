using Handhaving.Dispatch.Types;
using Handhaving.Events.Dispatch;

namespace Handhaving.Dispatch.Tests.Types;

public sealed class IncidentFamilyTests
{
    [Fact]
    public void The_families_that_facts_name_are_those_of_the_list_that_ships() =>
        Assert.Equal(IncidentCatalog.Shipped.Types.Select(type => type.Family).Distinct().Order(StringComparer.Ordinal), IncidentFamilies.All.Order(StringComparer.Ordinal));
}
