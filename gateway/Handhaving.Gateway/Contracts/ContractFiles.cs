using System.IO.Compression;
using System.Reflection;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Handhaving.Gateway.Contracts;

/// <summary>The contracts to take away: as one descriptor set and as sources. Made once, the same bytes from the same build.</summary>
public sealed class ContractFiles(ContractCatalog catalog)
{
    // Zip knows no time before 1980; a fixed one keeps the archive equal from build to build.
    private static readonly DateTimeOffset EntryTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Lazy<byte[]> descriptorSet = new(() => DescriptorSetOf(catalog));
    private readonly Lazy<byte[]> archive = new(() => ArchiveOf(catalog));

    /// <summary>A google.protobuf.FileDescriptorSet, imports included.</summary>
    public byte[] DescriptorSet => descriptorSet.Value;

    /// <summary>A zip of the .proto files, imports included, at the paths they are imported by.</summary>
    public byte[] Archive => archive.Value;

    private static byte[] DescriptorSetOf(ContractCatalog catalog) =>
        new FileDescriptorSet { File = { catalog.Files.Select(file => file.ToProto()) } }.ToByteArray();

    private static byte[] ArchiveOf(ContractCatalog catalog)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var file in catalog.Files)
            {
                var entry = zip.CreateEntry(file.Name, CompressionLevel.Optimal);
                entry.LastWriteTime = EntryTime;
                using var source = SourceOf(file);
                using var target = entry.Open();
                source.CopyTo(target);
            }
        }
        return bytes.ToArray();
    }

    private static Stream SourceOf(FileDescriptor file) =>
        Assembly.GetExecutingAssembly().GetManifestResourceStream($"protos/{file.Name}")
        ?? throw new InvalidOperationException($"The source of {file.Name} is not embedded in the gateway.");
}
