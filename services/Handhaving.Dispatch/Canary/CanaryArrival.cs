using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Handhaving.Dispatch.Board;
using Handhaving.Events.Dispatch;
using Handhaving.ServiceDefaults.Delivery;

namespace Handhaving.Dispatch.Canary;

/// <summary>A canary that came back from the broker goes into the feed of screens, for who watches canaries.</summary>
public static class CanaryArrival
{
    /// <summary>Name under which the inbox notes canaries, apart from what counts.</summary>
    public const string Consumer = "dispatch-canary";

    public static void Tell(Trail trail, CanarySent canary) =>
        trail.Show(canary.Incident, (short)BoardKind.Canary, new V1.Canary { Name = canary.Incident, SendTime = Timestamp.FromDateTimeOffset(canary.OccurredAt) }.ToByteArray());
}
