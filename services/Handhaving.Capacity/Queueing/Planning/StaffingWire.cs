using Google.Protobuf.WellKnownTypes;
using Handhaving.Capacity.Demand;
using Handhaving.Capacity.Ledger;
using Handhaving.Capacity.Queueing.Loads;
using Handhaving.Capacity.Queueing.Priorities;
using Handhaving.Capacity.Queueing.Reserves;
using Handhaving.Capacity.Queueing.Sizing;

namespace Handhaving.Capacity.Queueing.Planning;

/// <summary>Sizes of a team on the wire.</summary>
internal static class StaffingWire
{
    public static PriorityLoad? LoadOf(V1.StaffingLoad? load) => load is null ? null : new([.. load.ArrivalsPerHour], load.MeanServiceSeconds);

    public static DemandAsked? DemandOf(V1.DemandSource? demand) => demand is null ? null : new(
        LedgerWire.FromWire(demand.StartTime, demand.EndTime), new([.. demand.Areas], [.. demand.Families]), DemandWire.WeeksOf(demand.Weeks), demand.MeanServiceSeconds > 0 ? demand.MeanServiceSeconds : null);

    public static UnitsAsked AskedOf(V1.SizeUnitsRequest request) => new(
        new(request.MaximumWaitSeconds, request.Share), [.. request.MaximumMeanWaitSeconds.Select(wait => wait > 0 ? (double?)wait : null)],
        new(request.Reserve, request.ReservePriorities), request.Availability > 0 ? request.Availability : 1);

    public static V1.SizeUnitsResponse ToWire(IReadOnlyList<SizedHour> hours, UnitsAsked asked, int planned)
    {
        QueueingModel[] models = [QueueingModel.ErlangC, QueueingModel.Cobham, QueueingModel.SquareRootStaffing, .. asked.Reserve.Units > 0 ? [QueueingModel.ReserveCutoff] : Array.Empty<QueueingModel>()];
        return new()
        {
            Hours = { hours.Select(hour => ToWire(hour, asked, planned)) },
            MostPlanned = hours.Count > 0 ? hours.Max(hour => hour.Needed.Planned) : 0,
            Models = { models.Select(NoteOf) },
        };
    }

    public static V1.ModelNote NoteOf(QueueingModel model)
    {
        var limits = ModelLimits.Of(model);
        return new() { Model = $"{model}", Limits = limits.English, DutchLimits = limits.Dutch };
    }

    private static V1.StaffingHour ToWire(SizedHour hour, UnitsAsked asked, int planned)
    {
        var wire = new V1.StaffingHour
        {
            StartTime = hour.Hour?.Start.ToTimestamp(),
            ArrivalsPerHour = { hour.Load.ArrivalsPerHour },
            MeanServiceSeconds = hour.Load.Total.MeanServiceSeconds,
            Erlangs = hour.Load.Total.Erlangs,
            PlannedNeeded = hour.Needed.Planned,
            Needed = ToWire(hour.Needed.Measured),
            OneFewer = hour.Needed.OneFewer is { } fewer ? ToWire(fewer) : null,
            SquareRootUnits = hour.Needed.SquareRootUnits,
            PatrolShare = UnitsNeeded.PatrolShare(hour.Load, hour.Needed.Planned, asked.Availability),
        };
        if (hour.Planned is not { } measured) return wire;
        (wire.Planned, wire.PlannedPatrolShare) = (ToWire(measured), UnitsNeeded.PatrolShare(hour.Load, planned, asked.Availability));
        return wire;
    }

    private static V1.StaffingMeasures ToWire(UnitsMeasured measured)
    {
        var wire = new V1.StaffingMeasures
        {
            Units = measured.Units,
            Stable = measured.Waiting is not null,
            Utilisation = measured.Utilisation,
            Waits = { measured.Waits.Select(ToWire) },
            ReserveHigh = ToWire(measured.Reserve?.High),
            ReserveLow = ToWire(measured.Reserve?.Low),
        };
        if (measured.Waiting is { } waiting) (wire.ProbabilityWait, wire.MeanWaitSeconds) = (waiting.ProbabilityWait, waiting.MeanWaitSeconds);
        if (measured.ShareWithin is { } share) wire.ShareWithin = share;
        return wire;
    }

    private static V1.StaffingWait ToWire(PriorityWait wait) => wait.MeanWaitSeconds is { } seconds ? new() { MeanSeconds = seconds } : new();

    private static V1.StaffingWait? ToWire(ReserveWait? wait) => wait is null ? null : new() { MeanSeconds = wait.MeanWaitSeconds, ProbabilityWait = wait.ProbabilityWait };
}
