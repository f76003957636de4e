using System.Text.Json;
using System.Text.Json.Serialization;
using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Capacity.WorkingTime;

/// <summary>A set of rules on working time with all its versions; a regulation beside the law, as of the police, is another set in the same form that falls back on the law where it says nothing.</summary>
public sealed record WorkingTimeRules(string Set, string Title, string Source, IReadOnlyList<WorkingTimeRule> Rules)
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web);

    /// <summary>Version of the set as data; its rules have days of their own.</summary>
    public string Version { get; init; } = "";

    /// <summary>False when its figures are not checked against the regulation yet; each finding says so.</summary>
    public bool IsConfirmed { get; init; } = true;

    /// <summary>The set that holds where this one says nothing; null = none.</summary>
    [JsonIgnore]
    public WorkingTimeRules? Beside { get; init; }

    /// <summary>Arbeidstijdenwet for employees of 18 years and older (BWBR0007671).</summary>
    public static WorkingTimeRules Statutory { get; } = Embedded("working-time-atw.json");

    /// <summary>Regulation of the police (Barp, LAR).</summary>
    public static WorkingTimeRules Police { get; } = Embedded("working-time-police.json") with { Beside = Statutory };

    /// <summary>The sets that a team's people are judged by: the law always, and the regulation that the team names with the limits that it agreed.</summary>
    /// <exception cref="RuleBroken">WORKING_TIME_SET_UNKNOWN.</exception>
    public static IReadOnlyList<WorkingTimeRules> Of(string set, IReadOnlyDictionary<string, double> limits)
    {
        WorkingTimeRefusals.SetKnown.Require(set == Statutory.Set || set == Police.Set, ("set", set));
        return set == Statutory.Set ? [Statutory] : [Statutory, Police with { Rules = [.. Police.Rules.Select(rule => limits.TryGetValue(rule.Id, out var limit) ? rule with { Limit = limit } : rule)] }];
    }

    /// <summary>Whether a finding on this rule is this set's own to tell.</summary>
    public bool Owns(string id) => Rules.Any(rule => rule.Id == id);

    /// <exception cref="RuleBroken">WORKING_TIME_RULE_TWICE.</exception>
    /// <exception cref="JsonException">No set of rules.</exception>
    public static WorkingTimeRules Read(Stream json)
    {
        var read = JsonSerializer.Deserialize<WorkingTimeRules>(json, Form) ?? throw new JsonException("No set of rules.");
        foreach (var rule in read.Rules)
            WorkingTimeRefusals.OneVersionPerDay.Require(read.Rules.Count(other => other.Id == rule.Id && other.HoldsOn(rule.ValidFrom)) == 1,
                ("set", read.Set), ("rule", rule.Id), ("day", $"{rule.ValidFrom:yyyy-MM-dd}"));
        return read;
    }

    /// <returns>Null when the set has no such rule on the day.</returns>
    public WorkingTimeRule? Find(string id, DateOnly day) => Rules.FirstOrDefault(rule => rule.Id == id && rule.HoldsOn(day)) ?? Beside?.Find(id, day);

    /// <exception cref="RuleBroken">WORKING_TIME_RULE_MISSING.</exception>
    public WorkingTimeRule Get(string id, DateOnly day) =>
        Find(id, day) ?? throw WorkingTimeRefusals.RuleKnown.Broken(("set", Set), ("rule", id), ("day", $"{day:yyyy-MM-dd}"));

    /// <summary>A set that is part of this program.</summary>
    public static WorkingTimeRules Embedded(string name)
    {
        using var json = typeof(WorkingTimeRules).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not embedded.");
        return Read(json);
    }
}
