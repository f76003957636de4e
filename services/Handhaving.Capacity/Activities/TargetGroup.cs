namespace Handhaving.Capacity.Activities;

/// <summary>For whom prevention is meant.</summary>
/// <param name="IsUsual">On the list of every owner.</param>
public sealed record TargetGroup(string Code, string DisplayName, bool IsUsual)
{
    public static IReadOnlyList<TargetGroup> Usual { get; } =
    [
        new("bewoners", "Bewoners", true), new("jongeren", "Jongeren", true), new("kwetsbare-mensen", "Kwetsbare mensen", true), new("ondernemers", "Ondernemers", true),
        new("ouderen", "Ouderen", true), new("scholen", "Scholen", true), new("verkeersdeelnemers", "Verkeersdeelnemers", true),
    ];
}
