using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Gateway.Errors;

/// <summary>Reasons that only the gateway gives.</summary>
public static class GatewayReasons
{
    public static readonly Rule WrongProtocol = new("WRONG_PROTOCOL", RuleOutcome.Unimplemented,
        "This port does not speak gRPC. {advice}", "Uw systeem gebruikt de verkeerde poort. Vraag de beheerder om de juiste poort.");

    public static readonly Rule ServiceNotDeployed = new("SERVICE_NOT_DEPLOYED", RuleOutcome.Unavailable,
        "Service {service} has no address here.", "Dit onderdeel is hier niet in gebruik. Vraag de beheerder om het aan te zetten.");

    public static readonly Rule HeadersTooLarge = new("HEADERS_TOO_LARGE", RuleOutcome.Exhausted,
        "The headers (metadata) are more than 16 KiB or more than 64.", "Uw systeem stuurt te veel gegevens mee bij de aanvraag. Waarschuw de beheerder van dat systeem.");

    public static readonly Rule TooManyStreams = new("TOO_MANY_STREAMS", RuleOutcome.Exhausted,
        "This identity holds as many streams open as it may. End one before you open another.",
        "U hebt te veel schermen of verbindingen tegelijk open. Sluit er een die u niet gebruikt en probeer het opnieuw.");

    public static readonly Rule TooManyConnections = new("TOO_MANY_CONNECTIONS", RuleOutcome.Exhausted,
        "This address holds as many connections as it may. Send more calls over those that are open.",
        "Vanaf uw netwerk staan te veel verbindingen open. Probeer het over enkele seconden opnieuw. Blijft dit zo, waarschuw dan de beheerder.");

    public static readonly Rule FirstMessageMissing = new("FIRST_MESSAGE_MISSING", RuleOutcome.Unavailable,
        "Nothing was sent on this stream. Open it again and send its first message.", "Er kwam niets binnen over de geopende verbinding. Uw systeem opent die zelf opnieuw. Blijft dit zo, waarschuw dan de beheerder van dat systeem.");

    public static readonly Rule StreamSilent = new("STREAM_SILENT", RuleOutcome.Unavailable,
        "Nothing came over this stream in either direction for longer than is allowed. Open it again, and resume with the last token where there is one.",
        "De verbinding was te lang stil en is gesloten. Uw systeem opent die zelf opnieuw. Blijft dit zo, waarschuw dan de beheerder van dat systeem.");

    public static readonly Rule IssuerUnreachable = new("ISSUER_UNREACHABLE", RuleOutcome.Unavailable,
        "The keys of the identity provider cannot be read.", "Uw aanmelding kan nu niet worden gecontroleerd. Probeer het over enkele seconden opnieuw.");
}
