using Grpc.Reflection;
using Grpc.Reflection.V1;
using HealthService = Grpc.Health.V1.Health;

namespace Handhaving.Gateway.Contracts;

/// <summary>The contracts for everybody, without a login: downloads and, outside production, reflection.</summary>
public static class ContractEndpoints
{
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
        app.MapGet("/descriptor.binpb", (ContractFiles files) => Results.Bytes(files.DescriptorSet, "application/octet-stream", "descriptor.binpb"));
        app.MapGet("/protos.zip", (ContractFiles files) => Results.Bytes(files.Archive, "application/zip", "protos.zip"));
    }

    public static void MapReflection(this WebApplication app)
    {
        if (!app.Environment.IsProduction()) app.MapGrpcService<ReflectionV1ServiceImpl>().EnableGrpcWeb();
    }
}
