using Google.Protobuf.WellKnownTypes;
using Handhaving.Capacity.Blocks;

namespace Handhaving.Capacity.Ledger;

/// <summary>The ledger on the wire; enums have the same numbers there.</summary>
internal static class LedgerWire
{
    private const string Unstated = "unstated";

    public static Interval FromWire(Timestamp start, Timestamp end) => new(start.ToDateTimeOffset(), end.ToDateTimeOffset());

    public static StrengthLoss FromWire(V1.StrengthLoss loss) => new((StrengthLayer)loss.Layer, loss.Cause, loss.Count);

    public static V1.StaffFunction ToWire(StaffFunction function) => new() { Code = function.Code, DisplayName = function.DisplayName, Police = function.Police };

    /// <param name="seesCauses">Who keeps the owner's strength sees why people are lost; others see how many, for of a small team a cause is about a person.</param>
    public static V1.CapacityBlock ToWire(KnownBlock block, bool seesCauses)
    {
        var wire = new V1.CapacityBlock
        {
            Name = new FunctionName(block.Key.Owner, block.Key.Function).BlockAt(block.Key.Start),
            StartTime = block.Key.Start.ToTimestamp(),
            Plannable = block.Count.Plannable,
            Waterline = block.Count.Waterline,
            Held = block.Count.Held,
            Confirmed = block.Count.Confirmed,
            Free = block.Count.Free,
            Waived = block.Count.Waived,
        };
        if (block.Strength is not { } strength) return wire;
        (wire.Established, wire.Staffed, wire.Deployable) = (strength.Established, strength.Staffed, strength.Deployable);
        if (strength.Planned is { } planned) wire.Planned = planned;
        (wire.ReportedBy, wire.ReportTime) = (block.ReportedBy, block.ReportedAt?.ToTimestamp());
        var losses = seesCauses ? strength.Losses : strength.Losses.GroupBy(loss => loss.Layer).Select(layer => new StrengthLoss(layer.Key, Unstated, layer.Sum(loss => loss.Count)));
        wire.Losses.AddRange(losses.Select(loss => new V1.StrengthLoss { Layer = (V1.StrengthLayer)loss.Layer, Cause = loss.Cause, Count = loss.Count }));
        return wire;
    }

    public static V1.Shortage ToWire(Shortage shortage) => new()
    {
        Owner = shortage.Owner.Name,
        Function = shortage.Function,
        StartTime = shortage.Interval.Start.ToTimestamp(),
        EndTime = shortage.Interval.End.ToTimestamp(),
        Missing = shortage.Missing,
        Cause = (V1.ShortageCause)shortage.Cause,
    };
}
