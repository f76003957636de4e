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
            "parking" => (V1.DegradedPart.Parking, "Een bericht kon niet worden verwerkt. De leiding van de dienst kan het opnieuw aanbieden of terzijde leggen."),
            "canary" => (V1.DegradedPart.Canary, "De bewaking krijgt geen antwoord door de hele keten. Waarschuw de beheerder."),
            "areas" => (V1.DegradedPart.Areas, "De gemeentegrenzen ontbreken. Controleer zelf in welke gemeente een melding ligt."),
            "fleet" => (V1.DegradedPart.Fleet, "Het systeem kent niet alle eenheden; er komt nu geen advies. Kies zelf een eenheid van het bord."),
            "consumers" => (V1.DegradedPart.Consumers, "Berichten worden even niet verwerkt; dit herstelt zich vanzelf. Hier werkt alles door."),
            _ => throw new ArgumentOutOfRangeException(nameof(degradation), degradation.Part, "Not a part of the platform."),
        };
        return new() { Part = part, SinceTime = Timestamp.FromDateTimeOffset(degradation.Since), Text = text };
    }
}
