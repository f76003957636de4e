namespace Handhaving.Dispatch.Types;

/// <summary>A theme of integral safety: one of 22 in five fields (Kadernota integrale veiligheid, kernbeleid veiligheid VNG).</summary>
/// <param name="Code">Field and place in it, for example <c>1.2</c>.</param>
public sealed record SafetyTheme(string Code, string DisplayName)
{
    public static IReadOnlyList<SafetyTheme> All { get; } =
    [
        new("1.1", "Sociale kwaliteit"),
        new("1.2", "Fysieke kwaliteit"),
        new("1.3", "Objectieve veiligheid"),
        new("1.4", "Subjectieve veiligheid"),
        new("2.1", "Veilig winkelgebied"),
        new("2.2", "Veilige bedrijventerreinen"),
        new("2.3", "Veilig uitgaan"),
        new("2.4", "Veilige evenementen"),
        new("2.5", "Veilig toerisme"),
        new("3.1", "Jeugdoverlast"),
        new("3.2", "Jeugdcriminaliteit en individuele probleemjongeren"),
        new("3.3", "Jeugd, alcohol en drugs"),
        new("3.4", "Veilig in en om de school"),
        new("4.1", "Verkeersveiligheid"),
        new("4.2", "Brandveiligheid"),
        new("4.3", "Externe veiligheid"),
        new("4.4", "Rampenbestrijding en crisisbeheersing"),
        new("5.1", "Polarisatie en radicalisering"),
        new("5.2", "Georganiseerde en ondermijnende criminaliteit"),
        new("5.3", "Veilige Publieke Taak"),
        new("5.4", "Informatieveiligheid"),
        new("5.5", "Ambtelijke en bestuurlijke integriteit"),
    ];

    public static SafetyTheme? Find(string code) => All.FirstOrDefault(theme => theme.Code == code);
}
