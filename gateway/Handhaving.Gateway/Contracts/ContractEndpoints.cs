using Grpc.Reflection;
using Grpc.Reflection.V1;
using HealthService = Grpc.Health.V1.Health;

namespace Handhaving.Gateway.Contracts;

/// <summary>The contracts for everybody, without a login: downloads and, outside production, reflection.</summary>
public static class ContractEndpoints
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void AddContracts(this IHostApplicationBuilder builder)
    {
        var catalog = new ContractCatalog();
        builder.Services.AddSingleton(catalog);
        builder.Services.AddSingleton<ContractFiles>();
        builder.Services.AddSingleton(new ReflectionV1ServiceImpl([.. catalog.Services, HealthService.Descriptor, ServerReflection.Descriptor]));
        builder.Services.AddGrpc(grpc => grpc.IgnoreUnknownServices = true); // NothingHere answers for those
    }

    public static void MapContracts(this IEndpointRouteBuilder app)
    {
        app.MapMethods("/descriptor.binpb", Reading, (ContractFiles files) => Results.Bytes(files.DescriptorSet, "application/octet-stream", "descriptor.binpb"));
        app.MapMethods("/protos.zip", Reading, (ContractFiles files) => Results.Bytes(files.Archive, "application/zip", "protos.zip"));
    }

    public static void MapReflection(this WebApplication app)
    {
        if (!app.Environment.IsProduction()) app.MapGrpcService<ReflectionV1ServiceImpl>().EnableGrpcWeb();
    }
}
