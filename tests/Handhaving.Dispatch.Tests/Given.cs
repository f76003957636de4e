using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Officers;
using Handhaving.Dispatch.Recommendation;
using Handhaving.Dispatch.Types;
using Handhaving.Dispatch.Units;

namespace Handhaving.Dispatch.Tests;

/// <summary>Starting points of the tests: a weekday noon in Beek.</summary>
internal static class Given
{
    public static readonly DateTimeOffset Now = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    public static readonly IReadOnlySet<string> AllowedEquipment = new HashSet<string> { "aed", "bodycam", "dog", "handcuffs", "portofoon" };
    public static readonly OfferTerms OfferTime = new(TimeSpan.FromSeconds(30), AllowedEquipment);
    public static readonly IncidentName Name = new("0888", Id(1));
    public static readonly Point Market = new(50.9403, 5.7951);
    public static readonly IncidentCatalog Catalog = IncidentCatalog.Load();
    public static readonly IncidentType Parking = Catalog.Find("parking.nuisance");
    public static readonly IncidentType Dumping = IncidentCatalog.Load().Find("waste.dumping");
    public static readonly IncidentType Youth = IncidentCatalog.Load().Find("youth.nuisance");

    public static readonly IncidentType Fight = IncidentCatalog.Load().Find("assault.fight");

    public static Guid Id(int number) => new(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]);

    public static Act Act(int second = 0, string? text = null) => new("centralist-1", Now.AddSeconds(second), text);

    public static Incident Incident() => Dispatch.Incidents.Incident.Report(
        Name, "2026-000001",
        new Report(IncidentSource.Phone, Parking.Code, 3, "meerdere melders", new Place(Market, 10, "Markt"), "Auto op de stoep", [], null),
        Act());

    /// <summary>A text and nothing else: enough to be recorded.</summary>
    public static Incident Received() => Dispatch.Incidents.Incident.Report(
        Name, "2026-000001", new Report(IncidentSource.Phone, "", 0, "", Place.Nowhere, "Er is iets aan de hand", [], null), Act());

    /// <summary>Another incident in the same municipality, of the highest priority.</summary>
    public static Incident Urgent() => Incident() with { Name = Name with { Id = Id(2) }, Priority = 1 };

    public static Classification Classification(Place? place = null) => new(Parking.Code, 3, "hinder", place ?? new Place(Market, 10, "Markt"), "") { Cautions = ["hond op het erf"] };

    public static Hold Hold(HoldKind kind, int minutes = 60) => new(kind, Now.AddMinutes(minutes), Now.AddMinutes(kind is HoldKind.Schedule ? minutes - 15 : minutes), "later");

    public static Appointment Appointment(CompetenceDomain domain = CompetenceDomain.PublicSpace, string[]? territory = null, string from = "2025-01-01", string to = "2029-12-31") =>
        new(domain, territory ?? ["0888"], Day(from), Day(to));

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    public static UnitOnDuty Unit(string id = "b-1", int minimumCrew = 1, UnitKind kind = UnitKind.Car, Point? home = null, params Appointment[][] crew) => new(
        new UnitName($"municipalities/0888/units/{id}"), id.ToUpperInvariant(), kind, home ?? Market, minimumCrew,
        [.. (crew.Length > 0 ? crew : [[Appointment()]]).Select((appointments, index) => new Officer($"{id}-officer-{index + 1}", appointments))],
        Now.AddHours(-1));

    public static CalledUnit Called => Unit().Called;

    public static UnitOnDuty Police(string id = "p-1", Point? home = null) => new(
        new UnitName($"teams/westelijke-mijnstreek/units/{id}"), id.ToUpperInvariant(), UnitKind.Police, home ?? Market, 1,
        [new Officer($"{id}-officer-1", [Appointment(CompetenceDomain.GeneralDetection, ["NL"])]), new Officer($"{id}-officer-2", [Appointment(CompetenceDomain.GeneralDetection, ["NL"])])],
        Now.AddHours(-1));

    public static TaskDemand Demand(IncidentType type, AssignmentRole role = AssignmentRole.Primary, bool hasPoliceLead = false) => new(type, Name.Tenant, role, AllowedEquipment, hasPoliceLead) { MunicipalityName = "Beek" };

    public static AssignmentName AssignmentName(int number = 1) => new(Name, Id(100 + number));

    public static Incident Clear(this Incident incident, AssignmentName name, string? disposition, Act act) => incident.Clear(name, disposition is null ? null : Outcome(disposition), Catalog, act);

    public static Incident RecordDisposition(this Incident incident, string disposition, Act act) => incident.RecordDisposition(Outcome(disposition), act);

    private static Disposition Outcome(string code) => OutcomeList.Read(OutcomeList.DefaultJson).All.FirstOrDefault(outcome => outcome.Code == code) ?? new(code, code);

    public static Incident Offered(this Incident incident, int number = 1, int second = 1) =>
        incident.Offer(AssignmentName(number).Id, Unit($"b-{number}"), AssignmentRole.Primary, Parking, OfferTime, Act(second));

    public static Incident Accepted(this Incident incident, int number = 1) => incident.Offered(number).Accept(AssignmentName(number), Act(2));

    public static Incident EnRoute(this Incident incident, int number = 1) => incident.Accepted(number).GoEnRoute(AssignmentName(number), Act(3));

    public static Incident OnScene(this Incident incident, int number = 1) => incident.EnRoute(number).Arrive(AssignmentName(number), Act(4));

    public static Assignment Assignment(AssignmentState state) => new()
    {
        Name = AssignmentName(), Unit = Unit().Name, State = state, AssignedBy = "centralist-1", OfferedAt = Now, ExpiresAt = Now + OfferTime.Validity,
    };
}
