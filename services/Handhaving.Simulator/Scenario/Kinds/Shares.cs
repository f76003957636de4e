using Handhaving.Dispatch.V1;

namespace Handhaving.Simulator.Scenario.Kinds;

/// <summary>Shares in percent of what does not depend on the kind of incident: aggregates of a US city emergency centre, 14,288 incidents in 56 days.</summary>
public static class Shares
{
    /// <summary>Called off before a unit arrives.</summary>
    public const double Cancelled = 1.6;

    /// <summary>Told of by a second reporter while it is known already.</summary>
    public const double Duplicate = 0.36;

    /// <summary>Opened again after it was closed.</summary>
    public const double Reopened = 2.4;

    /// <summary>The lowest priority is planned work: it is set aside first.</summary>
    public const int PlannedPriority = 5;

    /// <summary>Needs a second unit: not measured there; our own reckoning, one in eight.</summary>
    public const double Backup = 12.5;

    /// <summary>P1, P2, P3, P4 and planned, which are our 1 to 5.</summary>
    public static IReadOnlyList<(int Priority, double Share)> Priorities { get; } = [(1, 3.8), (2, 58.8), (3, 9.1), (4, 24.0), (PlannedPriority, 4.1)];

    /// <summary>Phone, emergency line, officer, radio (the police ask) and text (a public space report).</summary>
    public static IReadOnlyList<(IncidentSource Source, double Share)> Sources { get; } =
    [
        (IncidentSource.Phone, 53), (IncidentSource.EmergencyRelay, 21), (IncidentSource.Officer, 17),
        (IncidentSource.PoliceRequest, 6), (IncidentSource.PublicSpaceReport, 1.4),
    ];

    /// <summary>
    /// How it ends. "No report" 66 is spread as the boa's of Den Helder had it in 2023 (2,572 warnings of 4,689), "report" 16, "citation" 9.3, "false alarm" 2.7;
    /// the 4 that the source does not name are settled by phone.
    /// </summary>
    public static IReadOnlyList<(string Disposition, double Share)> Outcomes { get; } =
    [
        ("warning", 36), ("conversation", 18), ("nothing-found", 12), ("official-report", 16), ("fine", 9.3), ("false-report", 2.7), ("settled-by-phone", 4.04),
    ];
}
