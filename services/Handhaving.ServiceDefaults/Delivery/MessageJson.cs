using System.Text.Json;
using System.Text.Json.Serialization;

namespace Handhaving.ServiceDefaults.Delivery;

/// <summary>How facts and stored answers look as JSON: camelCase, enums by name, nothing written for null.</summary>
public static class MessageJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };
}
