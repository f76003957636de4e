namespace Handhaving.DevelopmentIdentity.Personas;

/// <summary>A made-up person or system that anybody may sign in as in development.</summary>
/// <param name="Name">What one types to be this persona.</param>
/// <param name="Subject">Opaque id in <c>sub</c>.</param>
/// <param name="DisplayName">Dutch, for the page of choices and the identity token; never in an access token.</param>
/// <param name="Client">Client that a token of this persona is made out to.</param>
/// <param name="Roles">Roles of the platform.</param>
/// <param name="Municipalities">CBS codes of four digits.</param>
/// <param name="Teams">Ids of police teams.</param>
public sealed record Persona(
    string Name,
    string Subject,
    string DisplayName,
    string Client,
    IReadOnlyList<string> Roles,
    IReadOnlyList<string> Municipalities,
    IReadOnlyList<string> Teams);
