using Google.Protobuf.Reflection;

namespace Handhaving.Contracts.Tests.Wire;

/// <summary>An element of the contracts with the comment that stands above it.</summary>
internal sealed record ProtoElement(string Name, string Comment);

/// <summary>Finds the comment of each element by its path in the descriptor (descriptor.proto, SourceCodeInfo.Location.path).</summary>
internal static class ProtoComments
{
    public static IEnumerable<ProtoElement> Of(FileDescriptorProto file)
    {
        // A block of extensions has a place of its own for each of them, without a comment.
        var comments = file.SourceCodeInfo.Location.Where(location => location.HasLeadingComments)
            .ToDictionary(location => string.Join('.', location.Path), location => location.LeadingComments.Trim());
        return Elements(file).Select(element => new ProtoElement($"{file.Package}.{element.Name}", comments.GetValueOrDefault(element.Path, "")));
    }

    private static IEnumerable<(string Path, string Name)> Elements(FileDescriptorProto file) =>
    [
        .. file.Service.SelectMany((service, at) => OfService($"{FileDescriptorProto.ServiceFieldNumber}.{at}", service)),
        .. file.MessageType.SelectMany((message, at) => OfMessage($"{FileDescriptorProto.MessageTypeFieldNumber}.{at}", message, "")),
        .. file.EnumType.SelectMany((type, at) => OfEnum($"{FileDescriptorProto.EnumTypeFieldNumber}.{at}", type, "")),
        .. file.Extension.Select((extension, at) => ($"{FileDescriptorProto.ExtensionFieldNumber}.{at}", extension.Name)),
    ];

    private static IEnumerable<(string Path, string Name)> OfService(string path, ServiceDescriptorProto service) =>
        [(path, service.Name), .. service.Method.Select((method, at) => ($"{path}.{ServiceDescriptorProto.MethodFieldNumber}.{at}", $"{service.Name}/{method.Name}"))];

    private static IEnumerable<(string Path, string Name)> OfMessage(string path, DescriptorProto message, string within) =>
    [
        (path, within + message.Name),
        .. message.Field.Select((field, at) => ($"{path}.{DescriptorProto.FieldFieldNumber}.{at}", $"{within}{message.Name}.{field.Name}")),
        .. message.NestedType.SelectMany((nested, at) => OfMessage($"{path}.{DescriptorProto.NestedTypeFieldNumber}.{at}", nested, $"{within}{message.Name}.")),
        .. message.EnumType.SelectMany((type, at) => OfEnum($"{path}.{DescriptorProto.EnumTypeFieldNumber}.{at}", type, $"{within}{message.Name}.")),
    ];

    private static IEnumerable<(string Path, string Name)> OfEnum(string path, EnumDescriptorProto type, string within) =>
        [(path, within + type.Name), .. type.Value.Select((value, at) => ($"{path}.{EnumDescriptorProto.ValueFieldNumber}.{at}", $"{within}{type.Name}.{value.Name}"))];
}
