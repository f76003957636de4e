namespace Handhaving.Simulator.Scenario.Kinds;

/// <summary>What comes in, per scenario; the weights are parts of a hundred or so, not percents.</summary>
public static class KindMix
{
    /// <summary>
    /// An ordinary day. Two thirds as the boa's of Den Helder had it in 2023 (75% waste, traffic, parking); the rest in the proportions of Westelijke
    /// Mijnstreek in 2021: fights 1,688, confused persons 759, noise of neighbours 670, fireworks 581 (rises from September), burglaries 173.
    /// </summary>
    public static IReadOnlyList<IncidentKind> Ordinary { get; } =
    [
        new("parking.nuisance", 15, ServiceTime.Parking, "Auto staat half op de stoep, een kinderwagen kan er niet langs."),
        new("parking.blocked-exit", 9, ServiceTime.Parking, "Auto staat voor de uitrit."),
        new("waste.dumping", 10, ServiceTime.OnScene, "Zakken afval naast de container."),
        new("waste.litter", 5, ServiceTime.OnScene, "Zwerfafval op het plein."),
        new("traffic.obstruction", 7, ServiceTime.Traffic, "Vrachtwagen blokkeert de weg."),
        new("traffic.closed-road", 4, ServiceTime.Traffic, "Auto's rijden door het voetgangersgebied."),
        new("youth.nuisance", 5, ServiceTime.OnScene, "Groep jongeren hangt rond en schreeuwt."),
        new("animal.dog", 3, ServiceTime.OnScene, "Loslopende hond zonder begeleider."),
        new("assistance.citizen", 3, ServiceTime.OnScene, "Iemand zoekt hulp op straat."),
        new("environment.odour", 2, ServiceTime.OnScene, "Sterke chemische lucht in de straat."),
        new("bicycle.abandoned", 2, ServiceTime.OnScene, "Fietswrak in het rek."),
        new("water.nuisance", 2, ServiceTime.OnScene, "Putdeksel omhoog, water op straat."),
        new("assault.fight", 14.4, ServiceTime.Police, "Ruzie op straat, er wordt geslagen."),
        new("confusion.person", 6.5, ServiceTime.OnScene, "Iemand loopt verward over de weg."),
        new("noise.neighbours", 5.7, ServiceTime.Noise, "Harde muziek bij de buren."),
        new("fireworks.illegal", 5.0, ServiceTime.OnScene, "Er wordt zwaar vuurwerk afgestoken."),
        new("burglary.home", 1.5, ServiceTime.Police, "Er is ingebroken, de achterdeur staat open."),
    ];

    /// <summary>A night in the streets where people go out: noise, drink, fights, little fireworks. Our own reckoning; no measured shares are known to us.</summary>
    public static IReadOnlyList<IncidentKind> GoingOut { get; } =
    [
        new("noise.venue", 26, ServiceTime.Noise, "Veel geluid van een café, de deuren staan open."),
        new("alcohol.street", 18, ServiceTime.OnScene, "Er wordt op straat gedronken en geschreeuwd."),
        new("assault.fight", 16, ServiceTime.Police, "Vechtpartij voor een café."),
        new("disorder.public", 12, ServiceTime.Police, "Groep dronken mensen gooit met glazen."),
        new("urination.public", 10, ServiceTime.OnScene, "Iemand plast tegen een gevel."),
        new("terrace.breach", 8, ServiceTime.OnScene, "Terras staat verder op straat dan mag."),
        new("drugs.use", 4, ServiceTime.OnScene, "Er wordt op straat gebruikt."),
        new("vandalism.public", 4, ServiceTime.OnScene, "Fietsen worden omgetrapt."),
        new("fireworks.illegal", 2, ServiceTime.OnScene, "Er wordt vuurwerk afgestoken tussen de mensen."),
    ];

    /// <summary>Around midnight of New Year: fireworks above all. Our own reckoning.</summary>
    public static IReadOnlyList<IncidentKind> NewYear { get; } =
    [
        new("fireworks.illegal", 55, ServiceTime.OnScene, "Er wordt zwaar vuurwerk naar mensen gegooid."),
        new("fire.nuisance", 15, ServiceTime.OnScene, "Een container staat in brand."),
        new("vandalism.public", 10, ServiceTime.OnScene, "Een bushokje wordt opgeblazen."),
        new("disorder.public", 8, ServiceTime.Police, "Hulpverleners worden met vuurwerk bekogeld."),
        new("assault.fight", 6, ServiceTime.Police, "Vechtpartij op straat."),
        new("noise.neighbours", 6, ServiceTime.Noise, "Harde muziek bij de buren."),
    ];
}
