using System.Diagnostics.Metrics;
using Handhaving.ServiceDefaults.Telemetry;

namespace Handhaving.Dispatch;

/// <summary>What only dispatch can count.</summary>
public static class DispatchMeters
{
    public static readonly UpDownCounter<long> Screens = Meters.Own.CreateUpDownCounter<long>("handhaving.board.screens", "{screen}", "Boards open on this replica.");
    public static readonly UpDownCounter<long> ScreensWaiting = Meters.Own.CreateUpDownCounter<long>("handhaving.board.waiting", "{screen}", "Boards that wait in line to be brought up to date.");
    public static readonly Counter<long> BoardMessages = Meters.Own.CreateCounter<long>("handhaving.board.messages", "{message}", "Messages written to boards.");
    public static readonly Histogram<double> BoardDelay = Meters.Own.CreateHistogram<double>("handhaving.board.delay", "s", "From a change's transaction to its being written to a board.", tags: null, Buckets.Durations);
    public static readonly Histogram<double> BoardOpening = Meters.Own.CreateHistogram<double>("handhaving.board.opening", "s", "From a screen's call to its being up to date, by how it began.", tags: null, Buckets.Durations);
    public static readonly Histogram<double> PositionsDuration = Meters.Own.CreateHistogram<double>("handhaving.positions.duration", "s", "From reading a batch of positions to its outcome.", tags: null, Buckets.Durations);
    public static readonly Counter<long> OffersMade = Meters.Own.CreateCounter<long>("handhaving.offers.made", "{offer}", "Offers that took their unit.");
    public static readonly Counter<long> OffersLost = Meters.Own.CreateCounter<long>("handhaving.offers.lost", "{offer}", "Offers that found their unit taken; the loser was told who won.");
    public static readonly Histogram<double> DuplicatesDuration = Meters.Own.CreateHistogram<double>("handhaving.duplicates.duration", "s", "Looking for what may be the same event.", tags: null, Buckets.Durations);
    public static readonly Counter<long> PositionsTaken = Meters.Own.CreateCounter<long>("handhaving.positions.taken", "{position}", "Positions that moved a unit.");
    public static readonly Counter<long> PositionsRefused = Meters.Own.CreateCounter<long>("handhaving.positions.refused", "{position}", "Positions refused, by problem.");
    public static readonly Histogram<double> RecommendationDuration = Meters.Own.CreateHistogram<double>("handhaving.recommendation.duration", "s", "From the question to the stored answer.", tags: null, Buckets.Durations);
    public static readonly Histogram<long> RecommendationUnits = Meters.Own.CreateHistogram<long>("handhaving.recommendation.units", "{unit}", "Units that a recommendation looked at.", tags: null, Buckets.Fleets);
}
