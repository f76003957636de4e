using System.Text.Json;
using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Capacity.WorkingTime;

/// <summary>A set of rules on working time with all its versions; a regulation on top of the law, as of the police, is another set in the same form.</summary>
public sealed record WorkingTimeRules(string Set, string Title, string Source, IReadOnlyList<WorkingTimeRule> Rules)
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web);

    /// <summary>Arbeidstijdenwet for employees of 18 years and older (BWBR0007671).</summary>
    public static WorkingTimeRules Statutory { get; } = Embedded("working-time-atw.json");

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
    public WorkingTimeRule? Find(string id, DateOnly day) => Rules.FirstOrDefault(rule => rule.Id == id && rule.HoldsOn(day));

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
