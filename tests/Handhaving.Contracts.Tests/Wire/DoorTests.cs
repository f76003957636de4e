using Google.Protobuf.Reflection;
using Handhaving.Dispatch;
using Xunit;

namespace Handhaving.Contracts.Tests.Wire;

public sealed class DoorTests
{
    [Fact]
    public void Every_rpc_of_dispatch_has_a_door()
    {
        var doors = typeof(DispatchContract).Assembly.GetTypes().Where(type => type.Name.EndsWith("Rpc", StringComparison.Ordinal)).ToList();

        Assert.Empty(DispatchContract.Services.SelectMany(service => service.Methods).Where(method => !doors.Any(door => Opens(door, method))).Select(Contract.NameOf));
    }

    private static bool Opens(Type door, MethodDescriptor method) =>
        door.BaseType?.DeclaringType?.Name == method.Service.Name && door.GetMethod(method.Name)?.DeclaringType == door;
}
