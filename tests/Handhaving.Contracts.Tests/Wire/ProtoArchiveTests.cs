using System.IO.Compression;
using Google.Protobuf;
using Handhaving.Gateway.Contracts;
using Handhaving.ServiceDefaults.Errors;
using Xunit;

namespace Handhaving.Contracts.Tests.Wire;

/// <summary>The archive of proto files that partners take away needs nothing else.</summary>
public sealed class ProtoArchiveTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("protos").FullName;

    public ProtoArchiveTests(Buf buf)
    {
        Assert.NotEmpty(buf.Sources); // the tool is installed
        using var archive = new MemoryStream(new ContractFiles(new ContractCatalog()).Archive);
        ZipFile.ExtractToDirectory(archive, folder);
    }

    [Fact]
    public async Task It_compiles_by_itself() => Assert.Equal((0, ""), await Buf.RunInAsync(folder, "build", "-o", Path.Combine(folder, "contracts.binpb")));

    [Fact]
    public async Task An_error_is_read_with_it()
    {
        await File.WriteAllBytesAsync(Path.Combine(folder, "error.binpb"), ErrorTable.For(ServiceDefaults.Errors.Reasons.NotFound.Broken(("name", "municipalities/0888"))).ToByteArray(), TestContext.Current.CancellationToken);

        var (exit, text) = await Buf.RunInAsync(folder, "convert", ".", "--type", "google.rpc.Status", "--from", "error.binpb", "--to", "-#format=json");

        Assert.True(exit == 0, text);
        Assert.Contains("\"NOT_FOUND\"", text, StringComparison.Ordinal);
        Assert.Contains("Dit is niet gevonden", text, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
