using Google.Protobuf.Reflection;
using Handhaving.Capacity;
using Handhaving.Dispatch;
using Xunit;

namespace Handhaving.Contracts.Tests.Wire;

public sealed class DoorTests
{
    public static TheoryData<string> Services => ["dispatch", "capacity"];

    [Theory, MemberData(nameof(Services))]
    public void Every_rpc_of_a_service_has_a_door(string service)
    {
        var (assembly, contract) = service == "dispatch" ? (typeof(DispatchContract).Assembly, DispatchContract.Services) : (typeof(CapacityContract).Assembly, CapacityContract.Services);
        var doors = assembly.GetTypes().Where(type => type.Name.EndsWith("Rpc", StringComparison.Ordinal)).ToList();

        Assert.Empty(contract.SelectMany(served => served.Methods).Where(method => !doors.Any(door => Opens(door, method))).Select(Contract.NameOf));
    }

    [Fact]
    public void Every_rpc_of_the_contract_is_served_by_the_service_of_its_package() =>
        Assert.Equal(Contract.Files.SelectMany(file => file.Services).Select(service => service.FullName).Order(StringComparer.Ordinal),
            DispatchContract.Services.Concat(CapacityContract.Services).Select(service => service.FullName).Order(StringComparer.Ordinal));

    private static bool Opens(Type door, MethodDescriptor method) =>
        door.BaseType?.DeclaringType?.Name == method.Service.Name && door.GetMethod(method.Name)?.DeclaringType == door;
}
