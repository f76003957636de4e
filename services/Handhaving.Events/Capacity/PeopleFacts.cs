namespace Handhaving.Events.Capacity;

/// <summary>Somebody was entered or changed: the whole of what others keep of it, so that the last one is enough.</summary>
/// <param name="Officer">Resource name.</param>
/// <param name="Owner">Municipality or team that the person works for.</param>
/// <param name="Id">Subject by which the person signs in.</param>
/// <param name="Appointments">All powers, past and coming ones included.</param>
/// <param name="Sequence">Version of the person: a consumer that has a later one leaves this one.</param>
public sealed record OfficerChanged(string Officer, string Owner, string Id, IReadOnlyList<OfficerAppointment> Appointments, long Sequence, DateTimeOffset OccurredAt) : ICapacityFact;

/// <summary>Powers of somebody (akte van opsporingsbevoegdheid).</summary>
/// <param name="Domain">PublicSpace, Environment, Education, PublicTransport, WorkIncomeCare or GeneralDetection.</param>
/// <param name="Territory">Codes of municipalities; <c>NL</c> = everywhere.</param>
/// <param name="ValidFrom">First day.</param>
/// <param name="ValidUntil">Last day.</param>
public readonly record struct OfficerAppointment(string Domain, IReadOnlyList<string> Territory, DateOnly ValidFrom, DateOnly ValidUntil);

/// <summary>Powers of somebody end soon, and nothing takes their place yet; told once.</summary>
/// <param name="Officer">Resource name.</param>
/// <param name="Owner">Municipality or team that the person works for.</param>
/// <param name="Domain">As in <see cref="OfficerAppointment"/>.</param>
/// <param name="ValidUntil">Last day.</param>
/// <param name="DaysLeft">Days after today on which they still hold.</param>
/// <param name="MissingModules">Modules of refresher training without which they are not renewed.</param>
/// <param name="Sequence">Always 1: each end is told once.</param>
public sealed record CompetenceExpiring(string Officer, string Owner, string Domain, DateOnly ValidUntil, int DaysLeft, int MissingModules, long Sequence, DateTimeOffset OccurredAt) : ICapacityFact;

/// <summary>Somebody is no longer lent for all of the time for which they were; told to who borrowed. Rosters there that name the person say so at each shift.</summary>
/// <param name="Officer">Resource name.</param>
/// <param name="Owner">The municipality that borrowed.</param>
/// <param name="StartsAt">The loan as it was.</param>
/// <param name="Sequence">Version of the person's file.</param>
public sealed record LoanWithdrawn(string Officer, string Owner, DateTimeOffset StartsAt, DateTimeOffset EndsAt, long Sequence, DateTimeOffset OccurredAt) : ICapacityFact;
