using Google.Protobuf.WellKnownTypes;
using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.Ledger;
using Handhaving.Capacity.Reservations.Lines;
using Handhaving.Capacity.Reservations.Staffing;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Capacity.Reservations;

/// <summary>Reservations on the wire; enums have the same numbers there.</summary>
internal static class ReservationWire
{
    private static readonly TimeSpan UsualHold = TimeSpan.FromDays(7);

    public static DeploymentAsked FromWire(V1.RequestDeploymentRequest request) =>
        new(request.CaseId, request.CaseVersion, [.. request.Lines.Select(FromWire)], request.HoldSeconds == 0 ? UsualHold : TimeSpan.FromSeconds(request.HoldSeconds),
            request.OnShortage is V1.OnShortage.Unspecified ? OnShortage.Reject : (OnShortage)request.OnShortage);

    public static V1.CapacityReservation ToWire(StaffedReservation staffed)
    {
        var wire = ToWire(staffed.Reservation);
        wire.Staffing = (V1.DeploymentStaffing)(staffed.Staffing.State ?? 0);
        foreach (var (line, rostered) in wire.Lines.Zip(staffed.Staffing.Rostered)) line.RosteredCount = rostered;
        return wire;
    }

    public static V1.CapacityReservation ToWire(CapacityReservation reservation) => new()
    {
        Name = reservation.Name.Value,
        CaseId = reservation.CaseId,
        CaseVersion = reservation.CaseVersion,
        State = (V1.ReservationState)reservation.State,
        HoldUntilTime = reservation.HoldUntil?.ToTimestamp(),
        Lines = { reservation.Lines.Select(ToWire) },
        RequestedBy = reservation.RequestedBy,
        CreateTime = reservation.CreatedAt.ToTimestamp(),
        UpdateTime = reservation.UpdatedAt.ToTimestamp(),
        UpdatedBy = reservation.UpdatedBy,
        ReleaseReason = reservation.ReleaseReason,
        Etag = reservation.Etag,
        Decision = reservation.Decision?.Value ?? "",
        DistrictHours = reservation.IsLive ? reservation.Lines.Sum(line => line.DistrictHours) : 0,
    };

    private static DeploymentLine FromWire(V1.ReservationLine line) =>
        new([.. line.Owners.Select(OwnerOf)], line.Function, line.Count, LedgerWire.FromWire(line.StartTime, line.EndTime));

    private static TenantId OwnerOf(string name) => TenantId.OfName(name) ?? throw new NotFound(name);

    private static V1.ReservationLine ToWire(DeploymentLine line) => new()
    {
        Owners = { line.Owners.Select(owner => owner.Name) },
        Function = line.Function,
        Count = line.Count,
        StartTime = line.Interval.Start.ToTimestamp(),
        EndTime = line.Interval.End.ToTimestamp(),
        GrantedOwner = line.GrantedBy?.Name ?? "",
        Shortages = { line.Shortages.Select(LedgerWire.ToWire) },
        GivenCount = line.Given,
        AwaitedOwner = line.Awaits?.Name ?? "",
        KeptCount = line.KeptThroughout,
        AskedStartTime = line.MovedFrom?.Start.ToTimestamp(),
    };
}
