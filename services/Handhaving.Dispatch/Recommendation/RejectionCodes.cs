namespace Handhaving.Dispatch.Recommendation;

/// <summary>Codes of rejection as the contract names them.</summary>
public static class RejectionCodes
{
    public static string NameOf(RejectionCode code) => code switch
    {
        RejectionCode.DomainMissing => "DOMAIN_MISSING",
        RejectionCode.TerritoryMissing => "TERRITORY_MISSING",
        RejectionCode.AppointmentExpired => "APPOINTMENT_EXPIRED",
        RejectionCode.CrewTooSmall => "CREW_TOO_SMALL",
        RejectionCode.PoliceOnly => "POLICE_ONLY",
        RejectionCode.NotAvailable => "NOT_AVAILABLE",
        RejectionCode.OnBreak => "ON_BREAK",
        RejectionCode.OutOfService => "OUT_OF_SERVICE",
        RejectionCode.EquipmentNotAllowed => "EQUIPMENT_NOT_ALLOWED",
        RejectionCode.EquipmentMissing => "EQUIPMENT_MISSING",
        RejectionCode.DutyOver => "DUTY_OVER",
        RejectionCode.AlreadyOnIncident => "ALREADY_ON_INCIDENT",
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, "Not a reason of rejection."),
    };
}
