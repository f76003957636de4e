using System.Text.Json;
using System.Text.Json.Serialization;
using Handhaving.Dispatch.Officers;

namespace Handhaving.Dispatch.Types;

/// <summary>What a municipality or team decided about one kind of incident: one that ships called or weighed otherwise, or taken off its list, or one of its own.</summary>
/// <param name="Code">Family, a dot and a name: the family is one that ships.</param>
public sealed record KindDecision(string Code)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public string? DisplayName { get; init; }

    public string? EnglishDisplayName { get; init; }

    /// <summary>Of a kind of its own alone: what powers are needed for what ships is no municipality's to decide.</summary>
    public IReadOnlyList<CompetenceDomain>? Domains { get; init; }

    /// <summary>Of a kind of its own alone.</summary>
    public CrewRule? CrewRule { get; init; }

    /// <summary>Code of a theme, of a kind of its own alone.</summary>
    public string? Theme { get; init; }

    /// <summary>Codes, of a kind of its own alone.</summary>
    public IReadOnlyList<string>? Equipment { get; init; }

    public int? MinimumCrew { get; init; }

    public Leadership? Leadership { get; init; }

    /// <summary>Code of the kind that ships of which this is a form, of a kind of its own alone: in a family in which something is the police's alone, only that says who may lead.</summary>
    public string? Like { get; init; }

    public int? DefaultPriority { get; init; }

    public int? StayMinutes { get; init; }

    /// <summary>It can no longer be reported there.</summary>
    public bool IsOff { get; init; }

    /// <exception cref="JsonException">It is no such list.</exception>
    public static IReadOnlyList<KindDecision> Read(string json) => JsonSerializer.Deserialize<List<KindDecision>>(json, Json) ?? [];

    /// <inheritdoc cref="Read(string)"/>
    public static IReadOnlyList<KindDecision?>? Read(JsonElement value) => value.Deserialize<List<KindDecision?>>(Json);

    public IncidentType Over(IncidentType kind) => kind with
    {
        DisplayName = DisplayName ?? kind.DisplayName, EnglishDisplayName = EnglishDisplayName ?? kind.EnglishDisplayName, MinimumCrew = MinimumCrew ?? kind.MinimumCrew, Leadership = Leadership ?? kind.Leadership,
        DefaultPriority = DefaultPriority ?? kind.DefaultPriority, StayMinutes = StayMinutes ?? kind.StayMinutes, IsOwn = true,
    };

    /// <summary>A kind of its own. Who leads what the police lead alone is nobody's to decide (C-14, C-40), also not by a decision that was taken before that was asked.</summary>
    public IncidentType ToKind()
    {
        var kind = Over(new(Code, DisplayName ?? Code, Domains ?? [], CrewRule ?? Types.CrewRule.OneMember, Theme ?? "", 1, Types.Leadership.Either, Equipment ?? []));
        return IsPolices ? kind with { Leadership = Types.Leadership.PoliceOnly } : kind;
    }

    private bool IsPolices => Like is null
        ? IncidentCatalog.Shipped.OfFamily(IncidentType.FamilyOf(Code)).Any(shipped => shipped.IsPolices)
        : IncidentCatalog.Shipped.Known(Like) is not { IsPolices: false };
}
