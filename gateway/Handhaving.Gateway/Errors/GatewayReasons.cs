using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Gateway.Errors;

/// <summary>Reasons that only the gateway gives.</summary>
public static class GatewayReasons
{
    public static readonly Rule WrongProtocol = new("WRONG_PROTOCOL", RuleOutcome.Unimplemented,
        "This port does not speak gRPC. {advice}", "Uw systeem gebruikt de verkeerde poort. Vraag de beheerder om de juiste poort.");

    public static readonly Rule ServiceNotDeployed = new("SERVICE_NOT_DEPLOYED", RuleOutcome.Unavailable,
        "Service {service} has no address here.", "Dit onderdeel is hier niet in gebruik. Vraag de beheerder om het aan te zetten.");

    public static readonly Rule IssuerUnreachable = new("ISSUER_UNREACHABLE", RuleOutcome.Unavailable,
        "The keys of the identity provider cannot be read.", "Uw aanmelding kan nu niet worden gecontroleerd. Probeer het over enkele seconden opnieuw.");
}
