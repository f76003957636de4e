using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Units;
using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Dispatch.StatusCodes;

/// <summary>Status codes and reports on the wire.</summary>
internal static class StatusCodeWire
{
    public static V1.UnitStatusCode ToWire(StatusCode code) => new()
    {
        Code = code.Code,
        Label = code.Label,
        Meaning = (V1.StatusMeaning)code.Meaning, // the same numbers, kept so by a contract test
        ReportableByUnit = code.ReportableByUnit,
        AllowedNext = { code.AllowedNext },
        WarnSeconds = code.WarnSeconds,
        AlertSeconds = code.AlertSeconds,
        Kinds = { code.Kinds.Select(kind => (V1.UnitKind)kind) },
    };

    public static StatusReport FromWire(UnitName unit, V1.ReportUnitStatusRequest request) => new(
        unit,
        request.Code,
        request.Assignment.Length > 0 ? AssignmentName.Parse(request.Assignment) ?? throw new NotFound(request.Assignment) : null,
        request.Disposition.Length > 0 ? request.Disposition : null,
        request.Text.Length > 0 ? request.Text : null) { OccurTime = request.OccurTime?.ToDateTimeOffset() };
}
