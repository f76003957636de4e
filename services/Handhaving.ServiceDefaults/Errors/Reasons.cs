namespace Handhaving.ServiceDefaults.Errors;

/// <summary>Reasons that every service and the gateway may give. A service's own reasons stand in its rules.</summary>
public static class Reasons
{
    public static readonly Rule InvalidRequest = new("INVALID_REQUEST", RuleOutcome.Invalid,
        "The request has invalid fields; see the field violations.", "Niet alles is goed ingevuld. Verbeter de genoemde velden en probeer het opnieuw.");

    public static readonly Rule InvalidPageToken = new("INVALID_PAGE_TOKEN", RuleOutcome.Invalid,
        "The page token does not belong to this query.", "Deze bladzijde bestaat niet meer. Begin de lijst opnieuw.");

    public static readonly Rule DeadlineRequired = new("DEADLINE_REQUIRED", RuleOutcome.Invalid,
        "A unary call carries a deadline (grpc-timeout).", "De aanvraag heeft geen tijdslimiet. Stel in uw systeem een tijdslimiet in.");

    public static readonly Rule TokenMissing = new("TOKEN_MISSING", RuleOutcome.Unauthenticated,
        "The call carries no bearer token.", "U bent niet aangemeld. Meld u aan en probeer het opnieuw.");

    public static readonly Rule TokenExpired = new("TOKEN_EXPIRED", RuleOutcome.Unauthenticated,
        "The token has expired.", "Uw aanmelding is verlopen. Meld u opnieuw aan; wat u typte blijft staan.");

    public static readonly Rule TokenInvalid = new("TOKEN_INVALID", RuleOutcome.Unauthenticated,
        "The token is not valid here.", "Uw aanmelding is niet geldig. Meld u opnieuw aan.");

    public static readonly Rule PermissionMissing = new("PERMISSION_MISSING", RuleOutcome.Denied,
        "No role of the caller holds permission {permission}.", "U mag dit niet doen. Vraag uw functioneel beheerder om het recht {permission}.");

    public static readonly Rule TenantNotYours = new("TENANT_NOT_YOURS", RuleOutcome.Denied,
        "The caller may read {tenant} but not change it.", "U mag van {tenantLabel} wel gegevens bekijken, maar niets wijzigen. Neem contact op met die gemeente of dat team.");

    public static readonly Rule ReasonRequired = new("REASON_REQUIRED", RuleOutcome.Denied,
        "Consulting this data needs a reason in the metadata key x-reason (Wpg 32a).", "Geef een reden op om deze gegevens te bekijken.");

    public static readonly Rule ReasonTooLong = new("REASON_TOO_LONG", RuleOutcome.Invalid,
        "The metadata key x-reason has more than 500 characters.", "De opgegeven reden is te lang. Gebruik hoogstens 500 tekens.");

    public static readonly Rule RequestIdReused = new("REQUEST_ID_REUSED", RuleOutcome.AlreadyExists,
        "The request_id was used before with other content.", "Deze aanvraag is al gebruikt voor iets anders. Doe de aanvraag opnieuw.");

    public static readonly Rule EtagMismatch = new("ETAG_MISMATCH", RuleOutcome.Conflict,
        "{name} was changed meanwhile; read it again.", "Iemand anders heeft dit intussen gewijzigd. Bekijk de nieuwe stand en probeer het opnieuw.");

    public static readonly Rule TryAgain = new("TRY_AGAIN", RuleOutcome.Conflict,
        "Another transaction was in the way; repeat with the same request_id.", "Iemand was net iets eerder. Probeer het opnieuw.");

    public static readonly Rule RateLimited = new("RATE_LIMITED", RuleOutcome.Exhausted,
        "Too many calls; wait as RetryInfo says.", "Er komen te veel aanvragen tegelijk van u. Wacht even en probeer het opnieuw.");

    public static readonly Rule TooLarge = new("MESSAGE_TOO_LARGE", RuleOutcome.Exhausted,
        "The message is larger than 256 KiB.", "De aanvraag is te groot. Stuur minder tegelijk.");

    public static readonly Rule StorageFull = new("STORAGE_FULL", RuleOutcome.Exhausted,
        "Storage is full; nothing was written.", "Er is geen opslagruimte meer. Er is niets vastgelegd. Waarschuw de beheerder.");

    public static readonly Rule Resync = new("RESYNC", RuleOutcome.Exhausted,
        "The reader fell behind, or may read more than it was sent; resume with the last token, or open anew when none came.", "Het scherm ververst zich: het liep achter, of u mag nu meer zien.");

    public static readonly Rule DeadlineExceeded = new("DEADLINE_EXCEEDED", RuleOutcome.DeadlineExceeded,
        "Time is up; the outcome may be in doubt: repeat with the same request_id.", "Het duurde te lang. Het is niet zeker of het is vastgelegd; probeer het opnieuw.");

    public static readonly Rule Cancelled = new("CANCELLED", RuleOutcome.Cancelled,
        "The caller cancelled the call.", "De aanvraag is afgebroken.");

    public static readonly Rule Unavailable = new("UNAVAILABLE", RuleOutcome.Unavailable,
        "The service cannot answer now; repeat with the same request_id.", "De dienst is even niet bereikbaar. Probeer het over enkele seconden opnieuw.");

    public static readonly Rule Draining = new("DRAINING", RuleOutcome.Unavailable,
        "This replica stops; connect again and resume with the last token.", "De verbinding wordt vernieuwd.");

    public static readonly Rule UnknownMethod = new("UNKNOWN_METHOD", RuleOutcome.Unimplemented,
        "This method does not exist here.", "Deze functie bestaat niet.");

    public static readonly Rule UnsupportedEncoding = new("UNSUPPORTED_ENCODING", RuleOutcome.Unimplemented,
        "The message is compressed in a way (grpc-encoding) that is not taken here. Taken are identity, gzip and deflate.",
        "Uw systeem verstuurt de aanvraag met een compressie die hier niet wordt gelezen. Laat uw beheerder die uitzetten, of gzip of deflate kiezen.");

    public static readonly Rule Internal = new("INTERNAL", RuleOutcome.Internal,
        "A defect; name the trace id when you report it.", "Er ging iets mis in het systeem. Meld dit aan de beheerder met nummer {traceId}.");

    public static readonly Rule NotFound = new("NOT_FOUND", RuleOutcome.NotFound,
        "{name} does not exist for this caller.", "Dit is niet gevonden: {name}. Controleer de gegevens.");
}
