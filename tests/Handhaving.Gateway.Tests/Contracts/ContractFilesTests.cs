using System.IO.Compression;
using Google.Protobuf.Reflection;
using Grpc.Reflection.V1;
using Handhaving.Dispatch.V1;
using Handhaving.Gateway.Contracts;
using Handhaving.Gateway.Tests.Support;
using Xunit;

namespace Handhaving.Gateway.Tests.Contracts;

public sealed class ContractFilesTests(Bench bench)
{
    private readonly GatewayUnderTest gateway = bench.Gateway;

    [Fact]
    public async Task The_descriptor_set_is_complete_and_in_the_order_of_its_imports()
    {
        var set = FileDescriptorSet.Parser.ParseFrom(await DownloadAsync("/descriptor.binpb"));

        var before = new HashSet<string>();
        foreach (var file in set.File)
        {
            Assert.Subset(before, file.Dependency.ToHashSet());
            before.Add(file.Name);
        }
        Assert.Contains("handhaving/dispatch/v1/incident_service.proto", before);
        Assert.Contains("handhaving/access/v1/access.proto", before);
        Assert.Contains("google/protobuf/descriptor.proto", before);
        Assert.Equal(SourcesOf("handhaving"), before.Count(name => name.StartsWith("handhaving/", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_zip_holds_the_source_of_each_file_of_the_descriptor_set()
    {
        using var zip = new ZipArchive(new MemoryStream(await DownloadAsync("/protos.zip")));

        var set = FileDescriptorSet.Parser.ParseFrom(await DownloadAsync("/descriptor.binpb"));
        Assert.Equal(set.File.Select(file => file.Name).Order(), zip.Entries.Select(entry => entry.FullName).Order());
        Assert.All(set.File, file => Assert.Contains($"package {file.Package};", TextOf(zip, file.Name), StringComparison.Ordinal));
    }

    [Fact]
    public void Each_method_knows_its_service_and_what_streams()
    {
        var catalog = new ContractCatalog();

        Assert.Equal(
            new GrpcMethod("/handhaving.dispatch.v1.UnitService/StreamPositions", "dispatch", ClientStreams: true, ServerStreams: true),
            catalog.Find("/handhaving.dispatch.v1.UnitService/StreamPositions"));
        Assert.False(catalog.Find("/handhaving.dispatch.v1.IncidentService/GetIncident")?.IsStream);
        Assert.True(catalog.IsBelowService("/handhaving.dispatch.v1.IncidentService/Anything"));
        Assert.False(catalog.IsBelowService("/handhaving.dispatch.v1.IncidentService"));
    }

    [Fact]
    public async Task Reflection_lists_every_service_and_gives_its_file()
    {
        using var stream = new ServerReflection.ServerReflectionClient(gateway.Channel()).ServerReflectionInfo(cancellationToken: TestContext.Current.CancellationToken);

        var list = await AskAsync(new() { ListServices = "" });
        var file = await AskAsync(new() { FileContainingSymbol = IncidentService.Descriptor.FullName });

        Assert.Superset(
            new ContractCatalog().Services.Select(service => service.FullName).Append("grpc.health.v1.Health").ToHashSet(),
            list.ListServicesResponse.Service.Select(service => service.Name).ToHashSet());
        Assert.Contains(file.FileDescriptorResponse.FileDescriptorProto, bytes => FileDescriptorProto.Parser.ParseFrom(bytes).Name == "handhaving/dispatch/v1/incident_service.proto");

        async Task<ServerReflectionResponse> AskAsync(ServerReflectionRequest request)
        {
            await stream.RequestStream.WriteAsync(request, TestContext.Current.CancellationToken);
            Assert.True(await stream.ResponseStream.MoveNext(TestContext.Current.CancellationToken));
            return stream.ResponseStream.Current;
        }
    }

    private async Task<byte[]> DownloadAsync(string path)
    {
        using var client = new HttpClient { BaseAddress = gateway.Http };
        return await client.GetByteArrayAsync(path, TestContext.Current.CancellationToken);
    }

    private static int SourcesOf(string folder) =>
        typeof(ContractCatalog).Assembly.GetManifestResourceNames().Count(name => name.StartsWith($"protos/{folder}/", StringComparison.Ordinal));

    private static string TextOf(ZipArchive zip, string name)
    {
        using var reader = new StreamReader((zip.GetEntry(name) ?? throw new FileNotFoundException(name)).Open());
        return reader.ReadToEnd();
    }
}
