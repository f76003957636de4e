namespace Handhaving.Capacity.WorkingTime;

/// <summary>One limit of the law or of a regulation on top of it, as long as it is in force.</summary>
/// <param name="Id">Which rule: a name of <see cref="WorkingTimeRuleIds"/>.</param>
/// <param name="Article">Article it rests on; shown with each finding.</param>
/// <param name="ValidFrom">First local day.</param>
/// <param name="ValidUntil">Last local day; null = in force.</param>
/// <param name="Unit">Of the limit: hours, minutes, shifts or days.</param>
/// <param name="Settings">Further figures of the rule and of its exception, by name.</param>
/// <param name="ExceptionArticle">Article of the exception, where there is one.</param>
/// <param name="Agreed">True when the collective agreement that the exception needs is there.</param>
public sealed record WorkingTimeRule(string Id, string Article, DateOnly ValidFrom, DateOnly? ValidUntil, double Limit, string Unit, IReadOnlyDictionary<string, double>? Settings, string? ExceptionArticle, bool Agreed)
{
    public bool HoldsOn(DateOnly day) => day >= ValidFrom && (ValidUntil is null || day <= ValidUntil);

    /// <exception cref="ServiceDefaults.Errors.RuleBroken">WORKING_TIME_SETTING_MISSING.</exception>
    public double Setting(string name) =>
        Settings is not null && Settings.TryGetValue(name, out var value) ? value : throw WorkingTimeRefusals.SettingMissing.Broken(("rule", Id), ("setting", name));

    public TimeSpan Hours => TimeSpan.FromHours(Limit);

    public TimeSpan HoursOf(string setting) => TimeSpan.FromHours(Setting(setting));
}
