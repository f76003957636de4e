namespace Handhaving.Gateway.Identity;

/// <summary>The identity provider does not answer, so no token can be judged.</summary>
public sealed class IssuerUnreachable(Exception cause) : Exception("The keys of the identity provider cannot be read.", cause);
