using Handhaving.Dispatch.Duties;
using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Officers;

namespace Handhaving.Dispatch.Units;

/// <summary>What a unit is and how it moves.</summary>
public enum UnitKind { Foot = 1, Bike, Car, Police }

/// <summary>A unit with its crew, as the filters of assignment and recommendation see it.</summary>
/// <param name="Home">Where it is reckoned to be while its position is not known.</param>
/// <param name="MinimumCrew">Fewest officers with which it may work.</param>
public sealed record UnitOnDuty(UnitName Name, string CallSign, UnitKind Kind, Point Home, int MinimumCrew, IReadOnlyList<Officer> Crew, DateTimeOffset SignedOnAt)
{
    public Duty Duty { get; init; } = Duty.Start(SignedOnAt);

    public CalledUnit Called => new(Name, CallSign);

    public bool IsPolice => Name.IsPolice;

    public bool HasMember(string officer) => Crew.Any(member => member.Id == officer);

    /// <summary>Domains in which somebody of the crew is competent somewhere on a day.</summary>
    public IReadOnlyList<CompetenceDomain> DomainsOn(DateOnly day) =>
        [.. Crew.SelectMany(officer => officer.Appointments).Where(appointment => appointment.HoldsOn(day)).Select(appointment => appointment.Domain).Distinct().Order()];
}
