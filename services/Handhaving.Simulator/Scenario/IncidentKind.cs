namespace Handhaving.Simulator.Scenario;

/// <summary>A kind of incident as the scenario deals it: code, share of the evening, time on scene and what the reporter says.</summary>
public sealed record IncidentKind(string Code, double Weight, ServiceTime OnScene, string Text)
{
    private static readonly ServiceTime General = new(15 * 60, 1.32);
    private static readonly ServiceTime Parking = new(9.3 * 60, 1.11);
    private static readonly ServiceTime Noise = new(7 * 60, 0.88);
    private static readonly ServiceTime Traffic = new(7.6 * 60, 0.94);

    /// <summary>The catalogue. Parking, waste and nuisance weigh most, as in yearly counts of enforcement teams.</summary>
    public static IReadOnlyList<IncidentKind> All { get; } =
    [
        new("parking.nuisance", 15, Parking, "Auto staat half op de stoep, een kinderwagen kan er niet langs."),
        new("parking.blocked-exit", 9, Parking, "Auto staat voor de uitrit."),
        new("noise.neighbours", 12, Noise, "Harde muziek bij de buren."),
        new("noise.venue", 6, Noise, "Veel geluid van een café, de deuren staan open."),
        new("youth.nuisance", 11, General, "Groep jongeren hangt rond en schreeuwt."),
        new("waste.dumping", 8, General, "Zakken afval naast de container."),
        new("waste.litter", 4, General, "Zwerfafval op het plein."),
        new("animal.dog", 4, General, "Loslopende hond zonder begeleider."),
        new("fireworks.illegal", 4, General, "Er wordt zwaar vuurwerk afgestoken."),
        new("alcohol.street", 3, General, "Er wordt alcohol gedronken in het park."),
        new("urination.public", 2, General, "Iemand plast tegen een gevel."),
        new("terrace.breach", 3, General, "Terras staat verder op straat dan mag."),
        new("bicycle.abandoned", 2, General, "Fietswrak in het rek."),
        new("traffic.obstruction", 6, Traffic, "Vrachtwagen blokkeert de weg."),
        new("water.nuisance", 1, General, "Putdeksel omhoog, water op straat."),
        new("environment.odour", 2, General, "Sterke chemische lucht in de straat."),
        new("assistance.citizen", 4, General, "Verwarde oudere zoekt de weg naar huis."),
        new("disorder.public", 4, General, "Ruzie op straat, nog zonder geweld."),
    ];
}
