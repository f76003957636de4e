using Handhaving.ServiceDefaults.Tenancy;
using Xunit;

namespace Handhaving.ServiceDefaults.Tests.Tenancy;

/// <summary>The owner at the front of a resource name.</summary>
public sealed class TenantIdTests
{
    [Theory]
    [InlineData("municipalities/0888", "0888")]
    [InlineData("municipalities/0888/incidents/1", "0888")]
    [InlineData("municipalities/-", "-")]
    [InlineData("teams/westelijke-mijnstreek", "westelijke-mijnstreek")]
    [InlineData("teams/westelijke-mijnstreek/units/p-1", "westelijke-mijnstreek")]
    public void A_name_begins_with_its_owner(string name, string tenant) => Assert.Equal(tenant, TenantId.OfName(name)?.Value);

    [Theory]
    [InlineData("")]
    [InlineData("0888")]
    [InlineData("municipalities/")]
    [InlineData("municipalities/888")]
    [InlineData("municipalities/08888")]
    [InlineData("municipalities/0abc")]
    [InlineData("municipalities/0'--")]
    [InlineData("municipalities/0,97")]
    [InlineData("municipalities/088٨")]
    [InlineData("municipalities/westelijke-mijnstreek")]
    [InlineData("Municipalities/0888")]
    [InlineData("/municipalities/0888")]
    [InlineData("teams/0888")]
    [InlineData("teams/-")]
    [InlineData("units/0888")]
    public void Any_other_text_names_no_owner(string name) => Assert.Null(TenantId.OfName(name));

    [Theory]
    [InlineData("municipalities/0888")]
    [InlineData("teams/westelijke-mijnstreek")]
    public void The_name_of_an_owner_reads_back(string name) => Assert.Equal(name, TenantId.OfName(name)?.Name);
}
