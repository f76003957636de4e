using Google.Protobuf.WellKnownTypes;
using Handhaving.ServiceDefaults.Health;

namespace Handhaving.Dispatch.Board;

/// <summary>What does not work, in the words of the one at the screen.</summary>
internal static class DegradationWire
{
    public static V1.Degradation ToWire(Degradation degradation)
    {
        var (part, text) = degradation.Part switch
        {
            "broker" => (V1.DegradedPart.Broker, "Andere systemen horen later van meldingen en toewijzingen; hier werkt alles door."),
            "cache" => (V1.DegradedPart.LiveState, "Niet alle posities komen binnen; let op de tijd bij elke positie."),
            "outbox" => (V1.DegradedPart.Outbox, "Berichten naar andere systemen lopen achter."),
            "feed" => (V1.DegradedPart.Feed, "Dit scherm loopt achter. Bel de eenheid als het haast heeft."),
            "parking" => (V1.DegradedPart.Parking, "Een bericht kon niet worden verwerkt. De leiding van de dienst kan het opnieuw aanbieden."),
            "canary" => (V1.DegradedPart.Canary, "De bewaking krijgt geen antwoord door de hele keten. Waarschuw de beheerder."),
            _ => throw new ArgumentOutOfRangeException(nameof(degradation), degradation.Part, "Not a part of the platform."),
        };
        return new() { Part = part, SinceTime = Timestamp.FromDateTimeOffset(degradation.Since), Text = text };
    }
}
