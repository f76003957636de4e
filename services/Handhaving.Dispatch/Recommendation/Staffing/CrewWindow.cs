using System.Text.Json;
using System.Text.Json.Serialization;
using Handhaving.Dispatch.Types;

namespace Handhaving.Dispatch.Recommendation.Staffing;

/// <summary>Hours in which a unit needs more people: pairs in evenings and weekends.</summary>
/// <param name="Days">Days on which it begins.</param>
/// <param name="From">By the clock in the Netherlands.</param>
/// <param name="To">Not in it; at or before <paramref name="From"/> = on the next day.</param>
/// <param name="Minimum">People in the unit.</param>
public sealed record CrewWindow(IReadOnlyList<DayOfWeek> Days, TimeOnly From, TimeOnly To, int Minimum)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>Codes or families of the kinds of incident for which it holds; none = for all.</summary>
    public IReadOnlyList<string> Types { get; init => field = value ?? []; } = [];

    public static IReadOnlyList<CrewWindow> Read(string json) => JsonSerializer.Deserialize<List<CrewWindow>>(json, Json) ?? [];

    /// <returns>What is wrong with a list, one sentence each, in Dutch; nothing when it is right.</returns>
    public static IEnumerable<string> ProblemsOf(JsonElement value)
    {
        List<CrewWindow?>? windows;
        try
        {
            windows = value.Deserialize<List<CrewWindow?>>(Json);
        }
        catch (JsonException wrong)
        {
            return [$"De lijst is niet leesbaar bij {wrong.Path ?? "$"}."];
        }
        return windows is null || windows.Any(window => window is null) ? ["De lijst heeft een leeg venster."] : windows.OfType<CrewWindow>().SelectMany((window, index) => window.Problems($"Venster {index + 1}"));
    }

    public bool Holds(IncidentType type, DateTimeOffset now)
    {
        if (Types.Count > 0 && !Types.Contains(type.Code) && !Types.Contains(type.Family)) return false;
        var local = UnitFilter.DutchTimeOf(now);
        var (day, time) = (local.DayOfWeek, TimeOnly.FromDateTime(local));
        var yesterday = local.AddDays(-1).DayOfWeek;
        return From < To ? Days.Contains(day) && time >= From && time < To : (Days.Contains(day) && time >= From) || (Days.Contains(yesterday) && time < To);
    }

    private IEnumerable<string> Problems(string name)
    {
        if (Days is not { Count: > 0 } || Days.Any(day => !Enum.IsDefined(day))) yield return $"{name} noemt geen dagen (days).";
        if (Minimum is < 2 or > 8) yield return $"{name}: minimum ligt tussen 2 en 8.";
        foreach (var unknown in Types.Where(code => code is null || !IncidentCatalog.Shipped.HasFamily(IncidentType.FamilyOf(code)))) yield return $"{name}: {NamedKinds.Unknown(unknown ?? "", NamedKinds.KnownFor(DispatchSettings.CrewWindows, "[]"))}";
    }
}
