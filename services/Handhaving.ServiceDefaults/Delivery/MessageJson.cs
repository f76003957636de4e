using System.Text.Json;
using System.Text.Json.Serialization;

namespace Handhaving.ServiceDefaults.Delivery;

/// <summary>How facts and stored answers look as JSON: camelCase, enums by name, what is computed and what is null left out.</summary>
public static class MessageJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        IgnoreReadOnlyProperties = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };
}
