using System.Diagnostics.Metrics;
using Handhaving.ServiceDefaults.Telemetry;

namespace Handhaving.Dispatch;

/// <summary>What only dispatch can count.</summary>
public static class DispatchMeters
{
    public static readonly UpDownCounter<long> Screens = Meters.Own.CreateUpDownCounter<long>("handhaving.board.screens", "{screen}", "Boards open on this replica.");
    public static readonly Counter<long> BoardMessages = Meters.Own.CreateCounter<long>("handhaving.board.messages", "{message}", "Messages written to boards.");
    public static readonly Histogram<double> BoardDelay = Meters.Own.CreateHistogram<double>("handhaving.board.delay", "s", "From a change's transaction to its being written to a board.");
    public static readonly Counter<long> PositionsTaken = Meters.Own.CreateCounter<long>("handhaving.positions.taken", "{position}", "Positions that moved a unit.");
    public static readonly Counter<long> PositionsRefused = Meters.Own.CreateCounter<long>("handhaving.positions.refused", "{position}", "Positions refused, by problem.");
    public static readonly Histogram<double> RecommendationDuration = Meters.Own.CreateHistogram<double>("handhaving.recommendation.duration", "s", "From the question to the stored answer.");
    public static readonly Histogram<long> RecommendationUnits = Meters.Own.CreateHistogram<long>("handhaving.recommendation.units", "{unit}", "Units that a recommendation looked at.");
}
